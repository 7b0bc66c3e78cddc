package in.sauda.app.command;

import in.sauda.core.time.IndiaTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import picocli.CommandLine.Command;

/// {@code sauda candles}: stored one-minute candles to and from files, which are missing, and which were not the
/// broker's.
@Command(
        name = "candles",
        mixinStandardHelpOptions = true,
        description = "Stored one-minute candles: to files, from files, which are missing, and how they compare.",
        subcommands = {CandlesExport.class, CandlesImport.class, CandlesGaps.class, CandlesParity.class})
final class CandlesCommand {
    static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private CandlesCommand() {}

    /// A candle's start in India with its offset.
    static String stamp(long millis) {
        return IndiaTime.date(millis) + "T" + IndiaTime.time(millis).format(SECONDS) + "+05:30";
    }
}
