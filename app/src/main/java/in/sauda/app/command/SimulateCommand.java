package in.sauda.app.command;

import in.sauda.app.session.Sentences;
import in.sauda.app.session.ServedExchange;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import in.sauda.simulator.Simulator;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--broker",
            paramLabel = "BROKER",
            defaultValue = "angelone",
            description = "Whose protocol. Default: ${DEFAULT-VALUE}.")
    private String broker = "angelone";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port on loopback; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Mixin
    private MarketOptions market = new MarketOptions();

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        if (!broker.equals("angelone")) {
            throw new CommandFailure(
                    "The simulator speaks the protocol of 'angelone' in this version, not of '" + broker + "'.");
        }
        home.prepare();
        SystemTime time = new SystemTime();
        try (Simulator simulator = Simulator.start(
                market.options(IndiaTime.date(time.wallMillis()), 1.0).withPort(port), time)) {
            spec.commandLine()
                    .getOut()
                    .println(ServedExchange.of(simulator, time).toJson());
            spec.commandLine().getOut().flush();
            waitUntilStopped();
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CommandFailure(Sentences.of(e), e);
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
