package in.sauda.app.command;

import in.sauda.app.session.DemoOptions;
import in.sauda.app.session.Snapshot;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// {@code sauda snapshot}: draws the demo terminal into a picture.
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description = "Draws the demo terminal into a PNG file. Needs no display.")
final class SnapshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})[xX](\\d{3,4})");

    enum Theme {
        DARK,
        LIGHT
    }

    @Option(names = "--out", required = true, paramLabel = "FILE.png", description = "Where the picture goes.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--view",
            paramLabel = "NAME",
            description =
                    "What to show, e.g. watchlist, depth, search, ticket, confirm, orders, positions, holdings, funds, signals, log,"
                            + " instruments, subscriptions, health, welcome or login.")
    private String view = "watchlist";

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            defaultValue = "dark",
            description = "dark or light. Default: ${DEFAULT-VALUE}.")
    private Theme theme = Theme.DARK;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1366x768",
            description = "Pixels. Default: ${DEFAULT-VALUE}.")
    private String size = "1366x768";

    @Option(
            names = "--after",
            paramLabel = "SECONDS",
            defaultValue = "8",
            description = "How long the demo runs before the picture is taken. Default: ${DEFAULT-VALUE}.")
    private int after = 8;

    @Option(
            names = "--broker",
            paramLabel = "BROKER",
            defaultValue = DemoOptions.ANGEL_ONE,
            description = "Whose wire the demo speaks: angelone, upstox or both. Default: ${DEFAULT-VALUE}.")
    private String broker = DemoOptions.ANGEL_ONE;

    @Mixin
    private MarketOptions market = new MarketOptions();

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Matcher wanted = SIZE.matcher(size);
        if (!wanted.matches()) {
            throw new CommandFailure("The size must look like 1366x768, not '" + size + "'.");
        }
        SystemTime time = new SystemTime();
        home.prepare();
        Snapshot snapshot = new Snapshot(
                new DemoOptions(
                        market.options(IndiaTime.date(time.wallMillis()), DemoOptions.DEFAULT_SPEED),
                        DemoOptions.DEFAULT_SYMBOLS,
                        DemoCommand.wire(broker)),
                view,
                theme == Theme.LIGHT,
                Integer.parseInt(wanted.group(1)),
                Integer.parseInt(wanted.group(2)),
                after);
        snapshot.take(out);
        return ExitCode.OK;
    }
}
