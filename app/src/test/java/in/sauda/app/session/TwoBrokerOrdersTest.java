package in.sauda.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderStatus;
import in.sauda.core.orders.OrderTicket;
import in.sauda.core.time.SystemTime;
import in.sauda.core.view.BrokerStanding;
import in.sauda.core.view.Command;
import in.sauda.core.view.ConfirmationCard;
import in.sauda.core.view.Terminal;
import in.sauda.core.view.UiEvent;
import in.sauda.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Orders at two brokers at once, over both wires: each goes to the one the card names.
class TwoBrokerOrdersTest {
    private static final BrokerId ANGEL_ONE = new BrokerId("angelone");
    private static final BrokerId UPSTOX = new BrokerId("upstox");
    private static final DemoOptions BOTH =
            new DemoOptions(SimulatorOptions.defaults(LocalDate.of(2026, 11, 20)), 5, DemoOptions.BOTH);

    @TempDir
    private Path home;

    private final List<UiEvent> seen = new ArrayList<>();

    @Test
    void carriesEachOrderOutAtTheBrokerTheCardNames() {
        try (TerminalSession session = SessionStart.demo(home, BOTH, TradingMode.DEMO, new SystemTime(), what -> {})) {
            Terminal terminal = session.terminal();
            await(
                    "both books",
                    () -> terminal.brokers().size() == 2
                            && terminal.brokers().stream().allMatch(BrokerStanding::reconciled));
            Instrument share =
                    session.directory().search(SearchQuery.of("reliance")).getFirst();
            Instrument option = option(session);
            terminal.send(new Command.Watch("test", List.of(share, option), FeedMode.FULL));
            await("prices", () -> last(terminal, share) > 0 && last(terminal, option) > 0);

            long dear = last(terminal, share) * 101 / 100;
            ConfirmationCard there = confirm(terminal, ticket(share, 10, dear, UPSTOX));
            assertThat(there.broker()).isEqualTo("Upstox");
            ConfirmationCard here = confirm(terminal, ticket(share, 5, dear, ANGEL_ONE));
            assertThat(here.broker()).isEqualTo("Angel One");
            await(
                    "both fills",
                    () -> status(terminal, there.request().id()) == OrderStatus.FILLED
                            && status(terminal, here.request().id()) == OrderStatus.FILLED);
            assertThat(held(terminal)).containsExactlyInAnyOrder("upstox 10", "angelone 5");

            sliced(terminal, option);

            terminal.send(new Command.ExitAll(UPSTOX));
            await("the broker's own exit", () -> held(terminal).equals(List.of("angelone 5")));
        }
    }

    /// More than the exchange takes in one order: refused at one broker, cut in parts at the other.
    private void sliced(Terminal terminal, Instrument option) {
        long quantity = 2 * 1_800L / option.lotSize() * option.lotSize();
        long cheap = last(terminal, option) * 60 / 100;
        terminal.send(new Command.Stage(ticket(option, quantity, cheap, ANGEL_ONE)));
        ConfirmationCard card = stage(terminal, ticket(option, quantity, cheap, UPSTOX));
        assertThat(card.parts()).isGreaterThan(1);
        ClientOrderId id = card.request().id();
        terminal.send(new Command.Confirm(id));
        await("a working order", () -> status(terminal, id) == OrderStatus.OPEN);
        terminal.send(new Command.Cancel(id));
        await("the cancellation of every part", () -> status(terminal, id) == OrderStatus.CANCELLED);
    }

    /// One of the options a demo watches: near the money, and thousands of it are affordable.
    private static Instrument option(TerminalSession session) {
        return session.firstWatchlist().stream()
                .filter(one -> one.category() == InstrumentCategory.OPTIONS
                        && one.name().equals("NIFTY"))
                .findFirst()
                .orElseThrow();
    }

    private static long last(Terminal terminal, Instrument instrument) {
        var quote = terminal.quotes().get(terminal.index(instrument));
        return quote == null ? 0 : quote.lastPrice();
    }

    private static OrderTicket ticket(Instrument instrument, long quantity, long price, BrokerId broker) {
        return new OrderTicket(
                TradingMode.DEMO,
                instrument,
                Side.BUY,
                OrderType.LIMIT,
                Product.INTRADAY,
                Validity.DAY,
                quantity,
                price,
                0,
                OrderTicket.MANUAL,
                0,
                false,
                broker);
    }

    private ConfirmationCard stage(Terminal terminal, OrderTicket ticket) {
        int before = cards(terminal, ticket.broker()).size();
        terminal.send(new Command.Stage(ticket));
        await("the card", () -> cards(terminal, ticket.broker()).size() > before);
        return cards(terminal, ticket.broker()).getLast();
    }

    private ConfirmationCard confirm(Terminal terminal, OrderTicket ticket) {
        ConfirmationCard card = stage(terminal, ticket);
        terminal.send(new Command.Confirm(card.request().id()));
        return card;
    }

    private List<ConfirmationCard> cards(Terminal terminal, BrokerId broker) {
        terminal.events().drain(Integer.MAX_VALUE, seen::add);
        return seen.stream()
                .filter(UiEvent.ConfirmationRequested.class::isInstance)
                .map(event -> ((UiEvent.ConfirmationRequested) event).card())
                .filter(card -> card.request().broker().equals(broker))
                .toList();
    }

    private OrderStatus status(Terminal terminal, ClientOrderId id) {
        terminal.events().drain(Integer.MAX_VALUE, seen::add);
        return seen.stream()
                .filter(UiEvent.OrderChanged.class::isInstance)
                .map(event -> ((UiEvent.OrderChanged) event).order())
                .filter(order -> order.request().id().equals(id))
                .toList()
                .getLast()
                .status();
    }

    private static List<String> held(Terminal terminal) {
        return IntStream.range(0, 8)
                .mapToObj(row -> terminal.positions().get(row))
                .filter(Objects::nonNull)
                .filter(position -> position.netQuantity() != 0)
                .map(position -> position.broker() + " " + position.netQuantity())
                .toList();
    }

    private void await(String what, BooleanSupplier reached) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("waited a minute for " + what + "; " + seen)
                    .isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
