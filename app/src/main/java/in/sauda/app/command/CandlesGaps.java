package in.sauda.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.candles.CandleGaps;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Missing minutes.
@Command(
        name = "gaps",
        mixinStandardHelpOptions = true,
        description = "Lists minutes of continuous trading without a candle, by symbol and day. A minute in which "
                + "nothing was traded looks the same as one that was missed.")
final class CandlesGaps implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints one JSON object a gap.")
    private boolean json;

    @Mixin
    private CandleChoice choice = new CandleChoice();

    @Override
    public Integer call() {
        PrintWriter to = spec.commandLine().getOut();
        int missing = CandleShelf.open(choice.home(), shelf -> {
            int minutes = 0;
            List<Instrument> instruments = choice.instruments(shelf);
            if (instruments.isEmpty()) {
                throw new CommandFailure("No candles of such instruments are stored, so none can be missing."
                        + " A session stores them, or 'sauda candles import'.");
            }
            for (Instrument instrument : instruments) {
                for (CandleGaps.Gap gap : gaps(shelf, instrument)) {
                    minutes += gap.minutes();
                    print(to, instrument, gap);
                }
            }
            return minutes;
        });
        if (!json) {
            to.println(missing + " minutes are missing.");
        }
        to.flush();
        return ExitCode.OK;
    }

    private List<CandleGaps.Gap> gaps(CandleShelf shelf, Instrument instrument) {
        return CandleGaps.of(
                shelf.calendar(),
                SessionClass.of(instrument),
                shelf.candles().load(instrument.key(), Timeframe.M1, choice.fromMillis(), choice.toMillis()),
                choice.first(),
                choice.last(),
                new SystemTime().wallMillis());
    }

    private void print(PrintWriter to, Instrument instrument, CandleGaps.Gap gap) {
        if (json) {
            ObjectNode line = Json.MAPPER.createObjectNode();
            line.put("symbol", instrument.symbol());
            line.put("date", gap.date().toString());
            line.put("from", CandlesCommand.stamp(gap.fromMillis()));
            line.put("minutes", gap.minutes());
            to.println(line);
        } else {
            to.printf(
                    "%-28s %s  %s  %4d min%n",
                    instrument.symbol(),
                    gap.date(),
                    IndiaTime.time(gap.fromMillis()).format(CandlesCommand.SECONDS),
                    gap.minutes());
        }
    }
}
