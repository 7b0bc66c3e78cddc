package in.sauda.app.command;

import in.sauda.app.metrics.MetricsServer;
import in.sauda.app.session.DemoOptions;
import in.sauda.app.session.FirstPrice;
import in.sauda.app.session.ServedExchange;
import in.sauda.app.session.SessionStart;
import in.sauda.app.session.TerminalApp;
import in.sauda.app.session.TerminalSession;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// {@code sauda demo}: the terminal, or the core alone, on the local exchange.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Opens the terminal on a complete demo day. With --headless the whole core runs without a window and prints one JSON "
                        + "status line per second.")
final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--headless", description = "No window; print one JSON status line per second.")
    private boolean headless;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description =
                    "End after so many seconds, counted from the first price where there is a window; without it, run until stopped.")
    private long seconds = Long.MAX_VALUE;

    @Option(
            names = "--symbols",
            paramLabel = "N",
            defaultValue = "" + DemoOptions.DEFAULT_SYMBOLS,
            description = "Active instruments the strategies watch. Default: ${DEFAULT-VALUE}.")
    private int symbols = DemoOptions.DEFAULT_SYMBOLS;

    @Option(
            names = "--broker",
            paramLabel = "BROKER",
            defaultValue = DemoOptions.ANGEL_ONE,
            description =
                    "Whose wire the local exchange speaks: angelone, upstox, or both to have the second one back up the first. Default: ${DEFAULT-VALUE}.")
    private String broker = DemoOptions.ANGEL_ONE;

    @Option(
            names = "--paper",
            description = "Fill orders in the paper engine instead of sending them to the local exchange.")
    private boolean paper;

    @Option(
            names = "--exchange",
            paramLabel = "JSON",
            description =
                    "Join the exchange that 'sauda simulate' serves instead of starting one: the line it printed. Only with --headless.")
    private @Nullable String exchange;

    @Mixin
    private MetricsOption metrics = new MetricsOption();

    @Mixin
    private MarketOptions market = new MarketOptions();

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public Integer call() throws InterruptedException {
        if (seconds < 1) {
            throw new CommandFailure("--seconds must be at least 1, not " + seconds + ".");
        }
        Path folder = home.prepare();
        SystemTime time = new SystemTime();
        DemoOptions demo = new DemoOptions(
                market.options(IndiaTime.date(time.wallMillis()), DemoOptions.DEFAULT_SPEED), symbols, wire(broker));
        @Nullable MetricsServer figures = metrics.open();
        if (headless) {
            return runHeadless(folder, demo, time, figures);
        }
        return Window.open(spec, () -> {
            TerminalApp app = new TerminalApp(folder, demo, paper, false, null);
            app.figures(figures);
            if (seconds < Long.MAX_VALUE) {
                app.closeAfter(Duration.ofSeconds(seconds));
            }
            app.run();
        });
    }

    /// @throws CommandFailure when the local exchange does not speak it
    static String wire(String broker) {
        if (!List.of(DemoOptions.ANGEL_ONE, DemoOptions.UPSTOX, DemoOptions.BOTH)
                .contains(broker)) {
            throw new CommandFailure(
                    "The demo speaks the wire of 'angelone', 'upstox' or 'both', not of '" + broker + "'.");
        }
        return broker;
    }

    private int runHeadless(Path folder, DemoOptions demo, SystemTime time, @Nullable MetricsServer figures)
            throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            stopped.countDown();
            waitFor(ended);
        }));
        PrintWriter out = spec.commandLine().getOut();
        try (TerminalSession session = open(folder, demo, time)) {
            session.settled();
            if (figures != null) {
                figures.show(session.terminal());
            }
            FirstPrice firstPrice = FirstPrice.of(session.terminal(), time);
            Housekeeping housekeeping = new Housekeeping();
            for (long second = 0; second < seconds && !stopped.await(1, TimeUnit.SECONDS); second++) {
                session.terminal().events().drain(Integer.MAX_VALUE, event -> {});
                session.terminal().quotes().drain(row -> {});
                session.terminal().positions().drain(row -> {});
                housekeeping.onSecond(second);
                Runtime memory = Runtime.getRuntime();
                out.println(StatusLine.of(
                        session.terminal().status(), memory.totalMemory() - memory.freeMemory(), firstPrice.millis()));
                out.flush();
            }
            return ExitCode.OK;
        } finally {
            ended.countDown();
        }
    }

    private TerminalSession open(Path folder, DemoOptions demo, SystemTime time) {
        TradingMode mode = paper ? TradingMode.PAPER : TradingMode.DEMO;
        if (exchange == null) {
            return SessionStart.demo(folder, demo, mode, time, what -> {});
        }
        return broker.equals(DemoOptions.BOTH)
                ? SessionStart.servedOnBoth(folder, exchange, symbols, mode, time)
                : SessionStart.served(folder, ServedExchange.parse(exchange), symbols, mode, time);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                System.err.println("sauda: the demo did not stop within ten seconds; what was committed is safe.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
