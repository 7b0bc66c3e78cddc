package in.sauda.app.depth;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.link.LinkedInstrument;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentWords;
import in.sauda.core.view.Depth;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The order book of the linked instrument. FX thread only.
public final class DepthViewModel {
    /// Everything the pane shows.
    ///
    /// @param message why there is no book; empty when there is one
    public record Book(
            String title,
            List<DepthLevel> bids,
            List<DepthLevel> asks,
            String bidTotal,
            String askTotal,
            String spread,
            String message) {}

    private final Terminal terminal;
    private final LinkedInstrument linked;
    private final ReadOnlyObjectWrapper<Book> book = new ReadOnlyObjectWrapper<>(empty("", "No instrument chosen."));
    private Registration registration = () -> {};
    private Subscription linkSubscription = Subscription.EMPTY;

    public DepthViewModel(Terminal terminal, LinkedInstrument linked) {
        this.terminal = terminal;
        this.linked = linked;
    }

    public void attach(PulseDriver driver) {
        registration = driver.onQuote(this::quote);
        linkSubscription = linked.property().subscribe(this::link);
    }

    public void detach() {
        registration.remove();
        linkSubscription.unsubscribe();
    }

    public ReadOnlyObjectProperty<Book> book() {
        return book.getReadOnlyProperty();
    }

    private void link(@Nullable Instrument instrument) {
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
        if (instrument != null && quote.index() == linked.index()) {
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
            book.set(book(instrument, title, depth));
        }
    }

    private static Book book(Instrument instrument, String title, Depth depth) {
        long most = 1;
        long bidTotal = 0;
        long askTotal = 0;
        for (int level = 0; level < Depth.LEVELS; level++) {
            most = Math.max(most, Math.max(depth.bidQuantity(level), depth.askQuantity(level)));
            bidTotal += depth.bidQuantity(level);
            askTotal += depth.askQuantity(level);
        }
        long largest = most;
        Segment segment = instrument.segment();
        return new Book(
                title,
                levels(i -> level(segment, depth.bidPrice(i), depth.bidQuantity(i), depth.bidOrders(i), largest)),
                levels(i -> level(segment, depth.askPrice(i), depth.askQuantity(i), depth.askOrders(i), largest)),
                IndianNumbers.units(bidTotal),
                IndianNumbers.units(askTotal),
                spread(segment, depth),
                "");
    }

    private static List<DepthLevel> levels(IntFunction<DepthLevel> level) {
        return IntStream.range(0, Depth.LEVELS).mapToObj(level).toList();
    }

    private static DepthLevel level(Segment segment, long price, long quantity, int orders, long most) {
        if (quantity <= 0) {
            return DepthLevel.EMPTY;
        }
        return new DepthLevel(
                IndianNumbers.price(price, segment),
                IndianNumbers.units(quantity),
                IndianNumbers.units(orders),
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
        List<DepthLevel> none = levels(ignored -> DepthLevel.EMPTY);
        return new Book(title, none, none, "–", "–", "–", message);
    }
}
