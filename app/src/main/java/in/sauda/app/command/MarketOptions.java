package in.sauda.app.command;

import in.sauda.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The day the local exchange plays; shared by every command that starts one.
final class MarketOptions {
    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Decides the whole day; the same seed gives the same market. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--speed", paramLabel = "X", description = "Market seconds per second, 1 to 120.")
    private @Nullable Double speed;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "Trading day. Default: today, or the trading day before it.")
    private @Nullable LocalDate date;

    @Option(
            names = "--start",
            paramLabel = "HH:MM",
            description = "Market time to begin at; 09:00 plays the whole day. Default: 09:30.")
    private @Nullable LocalTime start;

    @Option(
            names = "--master",
            paramLabel = "FILE",
            description = "Serve this Angel One instrument master (plain or gzip) instead of the generated one.")
    private @Nullable Path master;

    SimulatorOptions options(LocalDate today, double defaultSpeed) {
        double wanted = speed == null ? defaultSpeed : speed;
        if (wanted < 1 || wanted > 120) {
            throw new CommandFailure("The speed must be between 1 and 120, not " + wanted + ".");
        }
        SimulatorOptions options =
                SimulatorOptions.defaults(today).withSeed(seed).withSpeed(wanted);
        if (master != null) {
            options = options.withMaster(master);
        }
        if (date != null) {
            options = options.withDate(date);
        }
        return start == null ? options : options.withStart(start);
    }
}
