package in.sauda.app.orderticket;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.link.LinkedInstrument;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.OrderTicket;
import in.sauda.core.orders.ProtectedLimit;
import in.sauda.core.signals.Signal;
import in.sauda.core.view.BrokerStanding;
import in.sauda.core.view.Command;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The order ticket. It only ever stages: what leaves for the exchange leaves through the confirmation card. FX
/// thread only.
public final class OrderTicketViewModel {
    private final Terminal terminal;
    private final LinkedInstrument linked;
    private final TradingMode mode;
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.BUY);
    private final ObjectProperty<Product> product = new SimpleObjectProperty<>(Product.INTRADAY);
    private final ReadOnlyListWrapper<BrokerStanding> brokers =
            new ReadOnlyListWrapper<>(FXCollections.observableArrayList());
    private final ObjectProperty<BrokerId> broker;
    private final Consumer<String> remember;
    private final StringProperty lots = new SimpleStringProperty("1");
    private final StringProperty price = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<TicketDraft> draft;
    private final ReadOnlyListWrapper<String> errors = new ReadOnlyListWrapper<>(FXCollections.observableArrayList());
    private Subscription linkSubscription = Subscription.EMPTY;
    private Registration registration = () -> {};
    private boolean priceAwaited;
    private String strategy = OrderTicket.MANUAL;
    private long signalId;

    /// @param remembered id of the broker the user chose last, empty for none
    /// @param remember told the id of the broker the user chooses
    public OrderTicketViewModel(
            Terminal terminal,
            LinkedInstrument linked,
            TradingMode mode,
            String remembered,
            Consumer<String> remember) {
        this.terminal = terminal;
        this.linked = linked;
        this.mode = mode;
        this.remember = remember;
        broker = new SimpleObjectProperty<>(new BrokerId(remembered));
        draft = new ReadOnlyObjectWrapper<>(read());
        side.addListener(ignored -> refresh());
        product.addListener(ignored -> refresh());
        lots.addListener(ignored -> refresh());
        price.addListener(ignored -> refresh());
        broker.addListener(ignored -> refresh());
    }

    public void attach(PulseDriver driver) {
        registration = Registration.all(driver.onQuote(this::firstPrice), driver.onStatus(ignored -> look()));
        look();
        linkSubscription = linked.property().subscribe(this::link);
    }

    public void detach() {
        registration.remove();
        linkSubscription.unsubscribe();
    }

    public ObjectProperty<Side> side() {
        return side;
    }

    public ObjectProperty<Product> product() {
        return product;
    }

    /// The brokers an order can go to, the first one first.
    public ReadOnlyListProperty<BrokerStanding> brokers() {
        return brokers.getReadOnlyProperty();
    }

    /// Sends orders to that broker from now on, also after the next start.
    public void choose(BrokerId wanted) {
        broker.set(wanted);
        remember.accept(wanted.value());
    }

    /// Goes on to the next broker; nothing happens where there is only one.
    public void chooseNext() {
        BrokerStanding now = broker();
        if (now != null && brokers.size() > 1) {
            choose(brokers.get((brokers.indexOf(now) + 1) % brokers.size()).id());
        }
    }

    private void look() {
        List<BrokerStanding> now = terminal.brokers();
        if (!now.equals(brokers)) {
            brokers.setAll(now);
            refresh();
        }
    }

    /// The chosen one, or the first where that one is not logged in.
    private @Nullable BrokerStanding broker() {
        return BrokerStanding.find(brokers, broker.get())
                .or(() -> brokers.stream().findFirst())
                .orElse(null);
    }

    /// What stands in the quantity field.
    public StringProperty lots() {
        return lots;
    }

    /// What stands in the price field, in rupees.
    public StringProperty price() {
        return price;
    }

    public ReadOnlyObjectProperty<TicketDraft> draft() {
        return draft.getReadOnlyProperty();
    }

    /// Why the ticket cannot be staged; empty when it can.
    public ReadOnlyListProperty<String> errors() {
        return errors.getReadOnlyProperty();
    }

    /// Products that make sense for the instrument: shares are delivered, derivatives are carried.
    public List<Product> products() {
        Instrument instrument = linked.get();
        boolean derivative = instrument != null && instrument.segment().derivative();
        return List.of(Product.INTRADAY, derivative ? Product.CARRY_FORWARD : Product.DELIVERY);
    }

    /// Opens the ticket for an instrument, at the price at which the other side stands.
    public void open(Instrument instrument, Side wanted) {
        linked.link(instrument);
        side.set(wanted);
        manual();
        takeBookPrice();
    }

    /// Opens the ticket for a signal; the order will carry its strategy.
    public void open(Signal signal, Side wanted) {
        open(signal.instrument(), wanted);
        strategy = signal.strategy();
        signalId = signal.id();
        refresh();
    }

    /// Opens the ticket to sell what is in the demat account at a broker.
    public void sellHolding(Instrument instrument, long units, BrokerId holder) {
        open(instrument, Side.SELL);
        if (!holder.value().isEmpty()) {
            broker.set(holder);
        }
        product.set(Product.DELIVERY);
        lots.set(Long.toString(Math.max(1, units / Math.max(1, instrument.lotSize()))));
    }

    /// Adds lots; stops at one.
    public void stepLots(long by) {
        lots.set(Long.toString(Math.max(1, read().lots() + by)));
    }

    /// Moves the price by ticks; a price between two ticks goes to the next one first.
    public void stepPrice(long ticks) {
        Instrument instrument = linked.get();
        if (instrument != null) {
            long tick = Math.max(1, instrument.tickSize());
            long now = read().price();
            long base = ticks > 0 ? Math.floorDiv(now, tick) : Math.ceilDiv(now, tick);
            setPrice(instrument, Math.max(1, base + ticks) * tick);
        }
    }

    /// Sets a limit that fills like a market order but not at any price.
    public void takeProtectedPrice() {
        Instrument instrument = linked.get();
        long reference = oppositePrice();
        if (instrument != null && reference > 0) {
            setPrice(instrument, ProtectedLimit.price(instrument, side.get(), reference));
        }
    }

    /// Sets the price at which the other side stands now, or the last price.
    public void takeBookPrice() {
        Instrument instrument = linked.get();
        long reference = oppositePrice();
        if (instrument != null && reference > 0) {
            setPrice(instrument, reference);
        }
    }

    /// Rounds a typed price to the tick, never worse than typed: a buy down, a sell up.
    public void snapPrice() {
        Instrument instrument = linked.get();
        long typed = read().price();
        if (instrument != null && typed > 0) {
            long tick = Math.max(1, instrument.tickSize());
            long ticks = side.get() == Side.BUY ? Math.floorDiv(typed, tick) : Math.ceilDiv(typed, tick);
            setPrice(instrument, Math.max(1, ticks) * tick);
        }
    }

    /// Asks for a confirmation card.
    ///
    /// @return false when the ticket has errors; nothing was sent then
    public boolean stage() {
        snapPrice();
        refresh();
        TicketDraft now = draft.get();
        Instrument instrument = now.instrument();
        if (instrument == null || !errors.isEmpty()) {
            return false;
        }
        BrokerStanding standing = now.broker();
        terminal.send(new Command.Stage(new OrderTicket(
                mode,
                instrument,
                now.side(),
                OrderType.LIMIT,
                now.product(),
                Validity.DAY,
                now.quantity(),
                now.price(),
                0,
                now.strategy(),
                now.signalId(),
                false,
                standing == null ? OrderTicket.FIRST : standing.id())));
        manual();
        return true;
    }

    private void manual() {
        strategy = OrderTicket.MANUAL;
        signalId = 0;
        refresh();
    }

    private void link(@Nullable Instrument instrument) {
        lots.set("1");
        price.set("");
        if (!products().contains(product.get())) {
            product.set(Product.INTRADAY);
        }
        manual();
        priceAwaited = instrument != null && !instrument.index();
        if (priceAwaited) {
            takeBookPrice();
        }
    }

    /// A newly linked instrument may have no price yet; the first one fills the field, later ones leave it alone.
    private void firstPrice(QuoteRow quote) {
        if (priceAwaited && quote.index() == linked.index()) {
            takeBookPrice();
        }
    }

    private @Nullable QuoteRow quote() {
        return linked.index() < 0 ? null : terminal.quotes().get(linked.index());
    }

    private long oppositePrice() {
        QuoteRow quote = quote();
        if (quote == null) {
            return 0;
        }
        long opposite = side.get() == Side.BUY ? quote.ask() : quote.bid();
        return opposite > 0 ? opposite : quote.lastPrice();
    }

    private void setPrice(Instrument instrument, long fixedPoint) {
        priceAwaited = false;
        int shown = IndianNumbers.shownDecimals(instrument.segment());
        price.set(instrument
                .rupees(fixedPoint)
                .setScale(shown, RoundingMode.HALF_UP)
                .toPlainString());
    }

    private void refresh() {
        draft.set(read());
        errors.setAll(TicketCheck.errors(draft.get(), quote()));
    }

    private TicketDraft read() {
        Instrument instrument = linked.get();
        long typedPrice = instrument == null ? 0 : parsePrice(price.get(), instrument.priceDecimals());
        return new TicketDraft(
                instrument, side.get(), parseLots(lots.get()), typedPrice, product.get(), strategy, signalId, broker());
    }

    private static long parseLots(String text) {
        String digits = text.replace(",", "").strip();
        return digits.matches("\\d{1,9}") ? Long.parseLong(digits) : 0;
    }

    private static long parsePrice(String text, int decimals) {
        String digits = text.replace(",", "").strip();
        return digits.matches("\\d{1,9}(\\.\\d{0,8})?|\\.\\d{1,8}")
                ? FixedPoint.fromRupees(new BigDecimal(digits.endsWith(".") ? digits + "0" : digits), decimals)
                : 0;
    }
}
