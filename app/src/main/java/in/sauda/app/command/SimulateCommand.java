package in.sauda.app.command;

import in.sauda.app.session.Sentences;
import in.sauda.app.session.ServedExchange;
import in.sauda.app.session.ServedUpstox;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import in.sauda.simulator.Simulator;
import in.sauda.simulator.control.ControlServer;
import in.sauda.simulator.faults.FaultRule;
import in.sauda.simulator.faults.FaultScript;
import in.sauda.simulator.faults.FaultScriptException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// {@code sauda simulate}: serves the local exchange in the foreground, for any client of the broker.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description =
                "Serves the local exchange on a broker's own protocol over plain http and ws on loopback, until it is stopped. "
                        + "When ready it prints one JSON line with its addresses and credentials.")
final class SimulateCommand implements Callable<Integer> {
    private static final String ANGEL_ONE = "angelone";
    private static final String UPSTOX = "upstox";
    private static final String BOTH = "both";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--broker",
            paramLabel = "BROKER",
            defaultValue = "angelone",
            description =
                    "Whose protocol: angelone, upstox, or both for the same market on both. Default: ${DEFAULT-VALUE}.")
    private String broker = "angelone";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port on loopback; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            description = "A fault script: what goes wrong, when and how often. See docs/simulator.md.")
    private @Nullable Path faults;

    @Option(
            names = "--control",
            paramLabel = "PORT",
            description = "Also serve a control port on loopback: faults, clock, logout, reset, and the truth. "
                    + "0 takes a free one.")
    private @Nullable Integer control;

    @Mixin
    private MarketOptions market = new MarketOptions();

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        if (!List.of(ANGEL_ONE, UPSTOX, BOTH).contains(broker)) {
            throw new CommandFailure(
                    "The simulator speaks the protocols of 'angelone', 'upstox' or 'both', not of '" + broker + "'.");
        }
        home.prepare();
        List<FaultRule> script = script();
        SystemTime time = new SystemTime();
        try (Simulator simulator = Simulator.start(
                        market.options(IndiaTime.date(time.wallMillis()), 1.0)
                                .withPort(broker.equals(UPSTOX) ? 0 : port),
                        time);
                Steering steering = steering(simulator)) {
            simulator.faults().inject(script);
            steering.print(announcement(simulator, script, time));
            waitUntilStopped();
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CommandFailure(Sentences.of(e), e);
        }
    }

    /// Angel One's line as it always was; Upstox' of the same kind; with both, the second stands inside the
    /// first.
    private String announcement(Simulator simulator, List<FaultRule> script, SystemTime time) throws IOException {
        String angelOne = ServedExchange.of(simulator, time).toJson();
        if (broker.equals(ANGEL_ONE)) {
            return angelOne;
        }
        boolean alone = broker.equals(UPSTOX);
        ServedUpstox upstox = ServedUpstox.of(simulator.upstox(alone || port == 0 ? port : port + 1));
        simulator.upstoxFaults().inject(script);
        String line = upstox.json(simulator, time).toString();
        return alone ? line : angelOne.substring(0, angelOne.length() - 1) + ",\"upstox\":" + line + "}";
    }

    private List<FaultRule> script() {
        if (faults == null) {
            return List.of();
        }
        try {
            return FaultScript.parse(Files.readString(faults));
        } catch (FaultScriptException e) {
            throw new CommandFailure("The fault script " + faults + " has a mistake in " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new CommandFailure("The fault script " + faults + " cannot be read.", e);
        }
    }

    private Steering steering(Simulator simulator) throws IOException {
        return control == null ? this::say : new Steered(ControlServer.start(simulator, control));
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    /// What is open besides the exchange, and how it is announced.
    @FunctionalInterface
    private interface Steering extends AutoCloseable {
        void print(String line);

        @Override
        default void close() {}
    }

    private final class Steered implements Steering {
        private final ControlServer server;

        private Steered(ControlServer server) {
            this.server = server;
        }

        /// The address joins the line that everybody reads.
        @Override
        public void print(String line) {
            say(line.substring(0, line.length() - 1) + ",\"control\":\"" + server.address() + "\"}");
        }

        @Override
        public void close() {
            server.close();
        }
    }

    private static void waitUntilStopped() {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(stopped::countDown));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
