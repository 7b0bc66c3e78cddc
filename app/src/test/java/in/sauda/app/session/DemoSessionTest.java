package in.sauda.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.orders.OrderStatus;
import in.sauda.core.orders.OrderTicket;
import in.sauda.core.time.SystemTime;
import in.sauda.core.view.Command;
import in.sauda.core.view.PositionRow;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import in.sauda.core.view.UiEvent;
import in.sauda.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole path as a user takes it, over the real wire: search, watch, stage, confirm by hand, filled,
/// position, exit.
class DemoSessionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final DemoOptions DEMO =
            new DemoOptions(SimulatorOptions.defaults(DAY).withSpeed(20), 20);

    @TempDir
    private Path home;

    /// Tickets refused because the order book had not been read yet; they are kept as orders too.
    private int asksTooEarly;

    @Test
    void confirmsABuyByHandAndExitsThePosition() {
        try (TerminalSession session = SessionStart.demo(home, DEMO, TradingMode.DEMO, new SystemTime(), what -> {})) {
            buyAndExit(session);
        }
    }

    @Test
    void fillsPaperOrdersWithoutSendingThem() {
        try (TerminalSession session = SessionStart.demo(home, DEMO, TradingMode.PAPER, new SystemTime(), what -> {})) {
            buyAndExit(session);
        }
    }

    private void buyAndExit(TerminalSession session) {
        Terminal terminal = session.terminal();
        Instrument reliance =
                session.directory().search(SearchQuery.of("reliance")).getFirst();
        assertThat(reliance.symbol()).isEqualTo("RELIANCE-EQ");
        terminal.send(new Command.Watch("test", List.of(reliance), FeedMode.FULL));
        int index = terminal.index(reliance);
        QuoteRow quote = await(
                "a quote with depth",
                () -> Optional.ofNullable(terminal.quotes().get(index)).filter(row -> row.depth() != null));

        trade(session, reliance, Side.BUY, quote.ask(), false);
        PositionRow open = await("the position", () -> position(terminal, 10));
        assertThat(open.instrument()).isEqualTo(reliance);
        assertThat(open.averagePrice()).isPositive().isLessThanOrEqualTo(quote.ask() * 101 / 100);

        long bid = Objects.requireNonNull(terminal.quotes().get(index)).bid();
        trade(session, reliance, Side.SELL, bid * 995 / 1_000, true);
        PositionRow flat = await("a flat position", () -> position(terminal, 0));
        assertThat(flat.unrealisedPaise()).isZero();
        await(
                "both orders in the status",
                () -> Optional.of(terminal.status()).filter(status -> status.orders() >= 2 + asksTooEarly));
        assertThat(terminal.status().orders()).isEqualTo(2 + asksTooEarly);
    }

    private static Optional<PositionRow> position(Terminal terminal, long quantity) {
        for (int row = 0; row < 8; row++) {
            PositionRow position = terminal.positions().get(row);
            if (position != null && position.netQuantity() == quantity) {
                return Optional.of(position);
            }
        }
        return Optional.empty();
    }

    private void trade(TerminalSession session, Instrument instrument, Side side, long price, boolean exit) {
        Terminal terminal = session.terminal();
        OrderTicket ticket = new OrderTicket(
                session.mode(),
                instrument,
                side,
                OrderType.LIMIT,
                Product.INTRADAY,
                Validity.DAY,
                10,
                onTick(price * (side == Side.BUY ? 1_005 : 1_000) / 1_000, instrument.tickSize()),
                0,
                OrderTicket.MANUAL,
                0,
                exit);
        UiEvent.ConfirmationRequested card = await("the card", () -> card(terminal, ticket));
        terminal.send(new Command.Confirm(card.card().request().id()));
        await(
                "the fill",
                () -> next(terminal, UiEvent.OrderChanged.class).filter(changed -> {
                    assertThat(changed.order().status())
                            .as(changed.order().text())
                            .isNotIn(OrderStatus.REJECTED, OrderStatus.DENIED, OrderStatus.EXPIRED);
                    return changed.order().status() == OrderStatus.FILLED;
                }));
    }

    /// As a user does who is told to wait a moment: asks again while the order book has not been read yet.
    private Optional<UiEvent.ConfirmationRequested> card(Terminal terminal, OrderTicket ticket) {
        terminal.send(new Command.Stage(ticket));
        List<UiEvent> answers = new ArrayList<>();
        await("an answer to the ticket", () -> {
            terminal.events().drain(Integer.MAX_VALUE, answers::add);
            return answers.stream().filter(DemoSessionTest::answersATicket).findFirst();
        });
        Optional<UiEvent.ConfirmationRequested> card = answers.stream()
                .filter(UiEvent.ConfirmationRequested.class::isInstance)
                .map(UiEvent.ConfirmationRequested.class::cast)
                .findFirst();
        if (card.isEmpty()) {
            asksTooEarly++;
        }
        return card;
    }

    private static boolean answersATicket(UiEvent event) {
        return event instanceof UiEvent.ConfirmationRequested
                || (event instanceof UiEvent.OrderChanged changed
                        && changed.order().status() == OrderStatus.DENIED
                        && changed.order().text().contains("has not been read yet"));
    }

    private static long onTick(long price, long tick) {
        return price / tick * tick;
    }

    private static <T extends UiEvent> Optional<T> next(Terminal terminal, Class<T> wanted) {
        List<T> found = new ArrayList<>();
        int drained;
        do {
            drained = terminal.events().drain(1, event -> {
                if (wanted.isInstance(event)) {
                    found.add(wanted.cast(event));
                }
            });
        } while (found.isEmpty() && drained > 0);
        return found.stream().findFirst();
    }

    private static <T> T await(String what, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < deadline) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new AssertionError("waited 30 s for " + what);
    }
}
