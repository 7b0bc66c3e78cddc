package in.sauda.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.truth.DayParity;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How stored days compared with the broker's history.
@Command(
        name = "parity",
        mixinStandardHelpOptions = true,
        description = "Lists how the minutes of each day compared with the broker's history when the terminal read it "
                + "again. Exit code 1 when a minute differed or a day could not be read.")
final class CandlesParity implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints one JSON object an instrument and day.")
    private boolean json;

    @Mixin
    private CandleChoice choice = new CandleChoice();

    @Override
    public Integer call() {
        List<DayParity> days = CandleShelf.open(choice.home(), shelf -> {
            List<DayParity> found = new ArrayList<>();
            for (LocalDate day = choice.first(); !day.isAfter(choice.last()); day = day.plusDays(1)) {
                shelf.parity().load(day).stream()
                        .filter(one -> choice.wants(one.symbol()))
                        .forEach(found::add);
            }
            return found;
        });
        if (days.isEmpty()) {
            throw new CommandFailure(
                    "No comparison of these days is stored. The terminal makes one at 16:05, or on its page Candle truth.");
        }
        PrintWriter to = spec.commandLine().getOut();
        days.forEach(day -> print(to, day));
        to.flush();
        boolean bad = days.stream()
                .anyMatch(day -> day.state() == DayParity.State.DIFFERS || day.state() == DayParity.State.UNREAD);
        return bad ? ExitCode.FAILED : ExitCode.OK;
    }

    private void print(PrintWriter to, DayParity day) {
        String state = day.state().name().toLowerCase(Locale.ROOT);
        if (json) {
            ObjectNode line = Json.MAPPER.createObjectNode();
            line.put("symbol", day.symbol());
            line.put("date", day.date().toString());
            line.put("state", state);
            line.put("final", day.whole());
            line.put("compared", day.compared());
            line.put("prices", day.prices());
            line.put("volumes", day.volumes());
            line.put("mended", day.mended());
            line.put("extra", day.extra());
            line.put("worst_volume_percent", day.worstVolumePercent());
            line.put("failure", day.failure());
            to.println(line);
        } else {
            to.printf(
                    Locale.ROOT,
                    "%-28s %s  %-8s %4d compared  %3d prices  %3d volumes  %3d mended  %3d extra  %s%n",
                    day.symbol(),
                    day.date(),
                    state,
                    day.compared(),
                    day.prices(),
                    day.volumes(),
                    day.mended(),
                    day.extra(),
                    day.failure());
        }
    }
}
