package in.sauda.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.calendar.CalendarException;
import in.sauda.core.calendar.CalendarFile;
import in.sauda.core.calendar.PhaseSpan;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// {@code sauda calendar}: when markets trade, and the file that says so.
@Command(
        name = "calendar",
        mixinStandardHelpOptions = true,
        description =
                "When markets trade: shows a day, checks a changed calendar file, writes the shipped one to change.",
        subcommands = {CalendarCommand.Show.class, CalendarCommand.Check.class, CalendarCommand.Export.class})
final class CalendarCommand {
    private CalendarCommand() {}

    /// The hours of a day.
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints the hours of every kind of instrument on a day, by the calendar in force.")
    static final class Show implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "Default: today in India.")
        private @Nullable LocalDate date;

        @Option(names = "--json", description = "Prints one JSON object.")
        private boolean json;

        @Mixin
        private HomeOption home = new HomeOption();

        @Override
        public Integer call() {
            Path folder = home.prepare();
            TradingCalendar calendar = Calendars.of(folder);
            LocalDate day = date == null ? IndiaTime.date(new SystemTime().wallMillis()) : date;
            PrintWriter to = spec.commandLine().getOut();
            if (json) {
                to.println(json(calendar, day).toPrettyString());
            } else {
                text(to, calendar, day, CalendarFile.of(folder).own());
            }
            to.flush();
            return ExitCode.OK;
        }

        private static ObjectNode json(TradingCalendar calendar, LocalDate day) {
            ObjectNode object = Json.MAPPER.createObjectNode();
            object.put("date", day.toString());
            object.put("trading_day", calendar.isTradingDay(day));
            object.put("holiday", calendar.holidays().get(day));
            object.put("year_known", calendar.knowsYear(day.getYear()));
            ObjectNode hours = object.putObject("hours");
            for (SessionClass market : SessionClass.values()) {
                ObjectNode phases = hours.putObject(market.name().toLowerCase(Locale.ROOT));
                calendar.phases(market, day)
                        .forEach(span -> phases.put(
                                span.phase().name().toLowerCase(Locale.ROOT), span.start() + "-" + span.end()));
            }
            return object;
        }

        private static void text(PrintWriter to, TradingCalendar calendar, LocalDate day, boolean own) {
            String weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            String holiday = calendar.holidays().get(day);
            to.println(weekday + " " + day + (holiday == null ? "" : ", holiday: " + holiday)
                    + (calendar.isTradingDay(day) ? "" : ", no trading in shares"));
            calendar.specials(day).stream()
                    .map(TradingCalendar.Special::occasion)
                    .distinct()
                    .forEach(occasion -> to.println("Special session: " + occasion));
            for (SessionClass market : SessionClass.values()) {
                to.printf("%-22s", market.name().toLowerCase(Locale.ROOT).replace('_', ' '));
                for (PhaseSpan span : calendar.phases(market, day)) {
                    to.print(" " + span.phase().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + span.start()
                            + "-" + span.end() + " ");
                }
                to.println(calendar.phases(market, day).isEmpty() ? " closed" : "");
            }
            to.println(own ? "From the data folder's own calendar." : "From the shipped calendar.");
            if (!calendar.knowsYear(day.getYear())) {
                to.println("Note: no holidays are known for " + day.getYear() + "; Monday to Friday is an assumption.");
            }
        }
    }

    /// What is wrong with a calendar file.
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Reads a calendar file and says what is wrong with it, with the line. Exit code 1 when it is.")
    static final class Check implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Mixin
        private CalendarPath path = new CalendarPath();

        @Override
        public Integer call() throws IOException {
            Path checked = path.file();
            if (!Files.exists(checked)) {
                throw new CommandFailure("There is no file " + checked + "; 'sauda calendar export' writes one.");
            }
            try {
                TradingCalendar calendar = CalendarFile.read(checked);
                PrintWriter to = spec.commandLine().getOut();
                to.println(checked + " can be used: " + calendar.holidays().size() + " holidays, "
                        + calendar.specialDays().size() + " days with special sessions.");
                to.flush();
                return ExitCode.OK;
            } catch (CalendarException wrong) {
                throw new CommandFailure(String.valueOf(wrong.getMessage()), wrong);
            }
        }
    }

    /// The shipped calendar as a file.
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes the shipped calendar as a file to change; its head explains the form.")
    static final class Export implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Mixin
        private CalendarPath path = new CalendarPath();

        @Override
        public Integer call() throws IOException {
            Path target = path.file();
            if (Files.exists(target)) {
                throw new CommandFailure("There is a file " + target + " already; it is left alone.");
            }
            Files.write(target, CalendarFile.shipped(), StandardCharsets.UTF_8);
            PrintWriter to = spec.commandLine().getOut();
            to.println("Written to " + target + ". From the data folder it is used at the next start.");
            to.flush();
            return ExitCode.OK;
        }
    }
}
