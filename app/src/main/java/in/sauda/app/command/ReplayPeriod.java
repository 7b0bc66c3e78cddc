package in.sauda.app.command;

import in.sauda.core.candles.Candle;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The days of a recording that are told (rules 2.10, X-2). What comes before them is played all the same, so that the
/// day begins with its history; what comes after is left out.
public final class ReplayPeriod {
    private static final int MONTH_LENGTH = "2021-03".length();

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM[-DD]",
            description = "Tells one day or month of the recording only; the days before it are played as its history.")
    private @Nullable String wanted;

    /// @throws CommandFailure when it is no day and no month
    void check() {
        if (wanted == null) {
            return;
        }
        try {
            LocalDate _ =
                    wanted.length() == MONTH_LENGTH ? YearMonth.parse(wanted).atDay(1) : LocalDate.parse(wanted);
        } catch (DateTimeParseException none) {
            throw new CommandFailure("--date must be a day like 2021-03-30 or a month like 2021-03.", none);
        }
    }

    String words() {
        return wanted == null ? "" : wanted;
    }

    boolean holds(long millis) {
        return wanted == null || date(millis).startsWith(wanted);
    }

    /// True when everything wanted has been played.
    boolean over(long millis) {
        return wanted != null && !holds(millis) && date(millis).compareTo(wanted) > 0;
    }

    private static String date(long millis) {
        return IndiaTime.date(millis).toString();
    }

    List<Candle> candles(List<Candle> all) {
        return all.stream().filter(candle -> holds(candle.startMillis())).toList();
    }

    List<Signal> signals(List<Signal> all) {
        return all.stream().filter(signal -> holds(signal.candleMillis())).toList();
    }

    /// Days to review whether they have signals or not.
    List<LocalDate> days() {
        return wanted == null || wanted.length() == MONTH_LENGTH ? List.of() : List.of(LocalDate.parse(wanted));
    }
}
