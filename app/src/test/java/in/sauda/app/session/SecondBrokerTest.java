package in.sauda.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.app.brokers.BrokerBoard;
import in.sauda.app.login.LoginProgress;
import in.sauda.app.login.LoginRequest;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.Credentials;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedState;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.MasterMapping;
import in.sauda.core.time.SystemTime;
import in.sauda.core.view.Command;
import in.sauda.simulator.Simulator;
import in.sauda.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A second broker joins a live session, both over their own wires.
class SecondBrokerTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path home;

    private final SystemTime time = new SystemTime();

    @Test
    void joinsARunningSessionAndIsAskedForEverythingTheFirstStreams() throws Exception {
        try (Simulator exchange = Simulator.start(SimulatorOptions.defaults(LocalDate.of(2026, 11, 20)), time);
                TerminalSession session = live(DemoWire.angelOne(exchange, time))) {
            BrokerBoard board = session.board();
            assertThat(board.brokers()).extracting(BrokerBoard.Line::name).containsExactly("Angel One");
            assertThat(board.mapping()).isEmpty();
            List<Instrument> watched = exchange.watchlist().stream()
                    .flatMap(key -> session.directory().find(key).stream())
                    .toList();
            assertThat(watched).isNotEmpty();
            session.terminal().send(new Command.Watch("test", watched, FeedMode.QUOTE));
            await(() -> board.brokers().getFirst().frames() > 0);

            DemoWire upstox = DemoWire.upstox(exchange);
            assertThatThrownBy(
                            () -> session.join(request(upstox, nonsense(upstox.credentials())), LoginProgress.none()))
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(BrokerException.class);
            assertThat(board.brokers()).hasSize(1);

            session.join(request(upstox, upstox.credentials()), LoginProgress.none());
            assertThat(board.brokers()).extracting(BrokerBoard.Line::name).containsExactly("Angel One", "Upstox");
            assertThatThrownBy(() -> session.join(request(upstox, upstox.credentials()), LoginProgress.none()))
                    .hasRootCauseMessage("Two brokers are logged in already; a third one cannot join.");
            await(() -> board.brokers().getLast().frames() > 0);
            assertThat(board.brokers().getLast().feed()).isInstanceOf(FeedState.Connected.class);

            board.preferSecond(true);
            await(() -> board.brokers().getLast().inForce() > 0);
            assertThat(board.mapping()).hasValueSatisfying(mapping -> {
                assertThat(mapping.matched()).isGreaterThan(100_000);
                assertThat(mapping.differences())
                        .extracting(MasterMapping.Difference::term)
                        .doesNotContain(MasterMapping.Term.EXPIRY, MasterMapping.Term.STRIKE);
            });
        }
    }

    private TerminalSession live(DemoWire wire) {
        return SessionStart.live(
                home,
                new LoginRequest(Brokers.named("angelone"), wire.credentials(), wire.endpoints()),
                TradingMode.LIVE,
                time,
                LoginProgress.none());
    }

    private static LoginRequest request(DemoWire wire, Credentials credentials) {
        return new LoginRequest(Brokers.named("upstox"), credentials, wire.endpoints());
    }

    private static Credentials nonsense(Credentials right) {
        return new Credentials(
                right.values().keySet().stream().collect(Collectors.toMap(name -> name, name -> "wrong")));
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("not reached within a minute").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
