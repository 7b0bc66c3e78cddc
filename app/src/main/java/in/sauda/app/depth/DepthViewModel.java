package in.sauda.app.depth;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.link.LinkedInstrument;
import in.sauda.core.broker.BrokerCapabilities;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.Depth;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Interest;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentWords;
import in.sauda.core.view.BrokerStanding;
import in.sauda.core.view.Command;
import in.sauda.core.view.FeedExtras;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The order book of the linked instrument. FX thread only.
public final class DepthViewModel {
    private static final String OWNER = "depth";

    /// A feed that sends deep books at all begins at once.
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(6);

    /// @param most levels a side that can be asked for, 5 where there are no more
    /// @param deep whether all of them are
    /// @param reason why they may not come
    public record Choice(int most, boolean deep, String reason) {
        static final Choice FIVE = new Choice(MarketEvent.DEPTH_LEVELS, false, "");

        private static Choice of(BrokerStanding broker, boolean deep) {
            BrokerCapabilities.DeepBook book =
                    Objects.requireNonNull(broker.capabilities()).deepBook();
            return book.levels() <= MarketEvent.DEPTH_LEVELS
                    ? FIVE
                    : new Choice(
                            book.levels(),
                            deep,
                            broker.name() + " sends " + book.levels() + " levels " + book.condition()
                                    + "; five are shown.");
        }
    }

    /// Everything the pane shows.
    ///
    /// @param message why there is no book; empty when there is one
    /// @param note why it has fewer levels than were asked for; empty where it has not
    public record Book(
            String title,
            List<DepthLevel> bids,
            List<DepthLevel> asks,
            String bidTotal,
            String askTotal,
            String spread,
            String message,
            String note) {}

    private final Terminal terminal;
    private final LinkedInstrument linked;
    private final Consumer<Boolean> remember;
    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(Choice.FIVE);
    private final ReadOnlyObjectWrapper<Book> book = new ReadOnlyObjectWrapper<>(empty("", "No instrument chosen."));
    private List<Registration> registrations = List.of();
    private @Nullable Instrument watched;
    private boolean deep;
    private long askedNanos;
    private long shownNanos;
    private boolean explained;
    private Subscription linkSubscription = Subscription.EMPTY;

    /// @param deep whether more than five levels were wanted last
    /// @param remember keeps that for the next time
    public DepthViewModel(Terminal terminal, LinkedInstrument linked, boolean deep, Consumer<Boolean> remember) {
        this.terminal = terminal;
        this.linked = linked;
        this.deep = deep;
        this.remember = remember;
    }

    public void attach(PulseDriver driver) {
        registrations =
                List.of(driver.onQuote(this::quote), driver.onPulse(this::pulse), driver.onStatus(ignored -> offer()));
        linkSubscription = linked.property().subscribe(this::link);
    }

    public void detach() {
        registrations.forEach(Registration::remove);
        linkSubscription.unsubscribe();
    }

    public ReadOnlyObjectProperty<Book> book() {
        return book.getReadOnlyProperty();
    }

    /// How many levels there are to choose from, and which are chosen.
    public ReadOnlyObjectProperty<Choice> choice() {
        return choice.getReadOnlyProperty();
    }

    /// Asks for as many levels as there are, or for five.
    public void deep(boolean wanted) {
        if (wanted == deep) {
            return;
        }
        deep = wanted;
        remember.accept(wanted);
        offer();
        link(linked.get());
    }

    /// A broker with a deeper book may have come or gone.
    private void offer() {
        Choice next = terminal.brokers().stream()
                .filter(broker -> broker.capabilities() != null)
                .map(broker -> Choice.of(broker, deep))
                .max(Comparator.comparingInt(Choice::most))
                .orElse(Choice.FIVE);
        if (!next.equals(choice.get())) {
            choice.set(next);
            watch();
        }
    }

    /// Asks the feed for the deep book of what is shown, or gives that wish up.
    private void watch() {
        Instrument next = choice.get().deep() ? linked.get() : null;
        if (next != null && next.index()) {
            next = null;
        }
        Instrument before = watched;
        if (Objects.equals(before, next)) {
            return;
        }
        watched = next;
        explained = false;
        if (next != null) {
            askedNanos = 0;
            terminal.send(new Command.Watch(OWNER, List.of(next), FeedMode.DEEP, Interest.VIEW));
        }
        if (before != null) {
            terminal.send(new Command.Unwatch(OWNER, List.of(before)));
        }
    }

    /// Shows a deep book that has changed, and says once why none comes.
    private void pulse(long nowNanos) {
        Instrument instrument = linked.get();
        if (instrument == null || watched == null) {
            return;
        }
        askedNanos = askedNanos == 0 ? nowNanos : askedNanos;
        Optional<FeedExtras.Book> known = terminal.extras().book(linked.index());
        boolean fresh = known.isPresent() && known.get().fresh(nowNanos);
        if (fresh && known.get().receivedNanos() != shownNanos) {
            shownNanos = known.get().receivedNanos();
            explained = false;
            book.set(book(
                    instrument, InstrumentWords.brief(instrument), known.get().depth(), ""));
        } else if (!fresh && !explained && nowNanos - askedNanos > PATIENCE_NANOS) {
            explained = true;
            shownNanos = 0;
            QuoteRow quote = terminal.quotes().get(linked.index());
            if (quote != null) {
                show(instrument, quote);
            }
        }
    }

    private void link(@Nullable Instrument instrument) {
        shownNanos = 0;
        watch();
        if (instrument == null) {
            return;
        }
        QuoteRow known = terminal.quotes().get(linked.index());
        if (known == null) {
            book.set(empty(InstrumentWords.brief(instrument), "Waiting for the first price."));
        } else {
            show(instrument, known);
        }
    }

    private void quote(QuoteRow quote) {
        Instrument instrument = linked.get();
        if (instrument != null && quote.index() == linked.index() && shownNanos == 0) {
            show(instrument, quote);
        }
    }

    private void show(Instrument instrument, QuoteRow quote) {
        Depth depth = quote.depth();
        String title = InstrumentWords.brief(instrument);
        if (instrument.index()) {
            book.set(empty(title, "An index has no order book."));
        } else if (depth == null) {
            book.set(empty(title, "The feed has sent no depth yet."));
        } else {
            book.set(book(instrument, title, depth, explained ? choice.get().reason() : ""));
        }
    }

    private static Book book(Instrument instrument, String title, Depth depth, String note) {
        int count = filled(depth);
        long most = 1;
        long bidTotal = 0;
        long askTotal = 0;
        for (int level = 0; level < count; level++) {
            most = Math.max(most, Math.max(depth.bidQuantity(level), depth.askQuantity(level)));
            bidTotal += depth.bidQuantity(level);
            askTotal += depth.askQuantity(level);
        }
        long largest = most;
        Segment segment = instrument.segment();
        return new Book(
                title,
                levels(
                        count,
                        i -> level(segment, depth.bidPrice(i), depth.bidQuantity(i), depth.bidOrders(i), largest)),
                levels(
                        count,
                        i -> level(segment, depth.askPrice(i), depth.askQuantity(i), depth.askOrders(i), largest)),
                IndianNumbers.units(bidTotal),
                IndianNumbers.units(askTotal),
                spread(segment, depth),
                "",
                note);
    }

    /// Levels with anything in them, five at least.
    private static int filled(Depth depth) {
        int count = depth.levels();
        while (count > MarketEvent.DEPTH_LEVELS
                && depth.bidQuantity(count - 1) <= 0
                && depth.askQuantity(count - 1) <= 0) {
            count--;
        }
        return count;
    }

    private static List<DepthLevel> levels(int count, IntFunction<DepthLevel> level) {
        return IntStream.range(0, count).mapToObj(level).toList();
    }

    private static DepthLevel level(Segment segment, long price, long quantity, int orders, long most) {
        if (quantity <= 0) {
            return DepthLevel.EMPTY;
        }
        return new DepthLevel(
                IndianNumbers.price(price, segment),
                IndianNumbers.units(quantity),
                orders > 0 ? IndianNumbers.units(orders) : IndianNumbers.UNKNOWN,
                (double) quantity / most);
    }

    private static String spread(Segment segment, Depth depth) {
        if (depth.bidQuantity(0) <= 0 || depth.askQuantity(0) <= 0) {
            return "one-sided";
        }
        long spread = depth.askPrice(0) - depth.bidPrice(0);
        double percent = 200.0 * spread / (depth.askPrice(0) + depth.bidPrice(0));
        return IndianNumbers.price(spread, segment) + " · "
                + IndianNumbers.percent(percent).replace("+", "");
    }

    private static Book empty(String title, String message) {
        List<DepthLevel> none = levels(MarketEvent.DEPTH_LEVELS, ignored -> DepthLevel.EMPTY);
        return new Book(title, none, none, "–", "–", "–", message, "");
    }
}
