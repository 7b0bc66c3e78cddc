package in.sauda.app.options;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.core.broker.OptionData;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Interest;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentMasters;
import in.sauda.core.options.Black76;
import in.sauda.core.options.ChainFigures;
import in.sauda.core.options.OptionContracts;
import in.sauda.core.options.OptionStrike;
import in.sauda.core.options.Underlying;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.Command;
import in.sauda.core.view.FeedExtras;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One live option chain: the strikes around the money of an underlying and an expiry. FX thread only; the masters are
/// gone through in the background.
///
/// Streams only while the page is open. The window of strikes follows the price once the money has left its middle
/// third, so that rows do not jump with every tick.
public final class ChainViewModel {
    private static final String OWNER = "chain";
    private static final String FIRST_UNDERLYING = "NIFTY";
    static final List<Integer> SPANS = List.of(8, 12, 20, 40);
    private static final int DEFAULT_SPAN = 20;

    /// Interest that Greeks are reckoned with; forwards of Indian futures carry theirs already.
    private static final double RATE = 0;

    /// Greeks of the feed that nobody renewed for as long give way to those that were asked for.
    private static final long LIVE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private static final double DAYS_A_YEAR = 365;
    private static final double MILLIS_A_DAY = 86_400_000;

    private final Terminal terminal;
    private final InstrumentMasters masters;
    private final MarketClock clock;
    private final TimeSource time;
    private final BrokerChain broker;
    private final BooleanProperty brokersGreeks = new SimpleBooleanProperty();
    private final Executor background;
    private final Executor ui;
    private final ObservableList<Underlying> underlyings = FXCollections.observableArrayList();
    private final ObservableList<LocalDate> expiries = FXCollections.observableArrayList();
    private final ObservableList<ChainRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Underlying> underlying = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LocalDate> expiry = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChainSummary> summary = new ReadOnlyObjectWrapper<>(ChainSummary.UNKNOWN);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final Map<Integer, ChainSide> sides = new HashMap<>();
    private final Set<Instrument> watched = new HashSet<>();
    private OptionContracts contracts = OptionContracts.NONE;
    private List<OptionStrike> chain = List.of();
    private @Nullable Instrument spot;
    private @Nullable Instrument future;
    private @Nullable Instrument wanted;
    private int span = DEFAULT_SPAN;
    private Registration quotes = () -> {};
    private Registration statuses = () -> {};
    private Runnable masterChanges = () -> {};
    private boolean open;

    public ChainViewModel(
            Terminal terminal,
            InstrumentMasters masters,
            MarketClock clock,
            TimeSource time,
            BrokerChain broker,
            Executor background,
            Executor ui) {
        this.terminal = terminal;
        this.masters = masters;
        this.clock = clock;
        this.time = time;
        this.broker = broker;
        this.background = background;
        this.ui = ui;
    }

    void open(PulseDriver driver) {
        open = true;
        quotes = driver.onQuote(this::quote);
        statuses = driver.onStatus(ignored -> reckon());
        masterChanges = masters.onChange(() -> ui.execute(this::load));
        load();
    }

    void close() {
        open = false;
        quotes.remove();
        statuses.remove();
        masterChanges.run();
        watch(List.of());
    }

    /// Shows the chain an instrument belongs to, at the latest when the page opens; one without options changes
    /// nothing.
    public void show(Instrument instrument) {
        wanted = instrument;
        if (open) {
            showWanted();
        }
    }

    private void load() {
        if (underlyings.isEmpty()) {
            message.set("Reading the option contracts …");
        }
        LocalDate today = IndiaTime.date(clock.millis());
        CompletableFuture<?> _ = CompletableFuture.supplyAsync(
                        () -> new OptionContracts(masters.instruments(), today), background)
                .thenAcceptAsync(this::loaded, ui);
    }

    private void loaded(OptionContracts next) {
        if (!open) {
            return;
        }
        contracts = next;
        underlyings.setAll(next.underlyings());
        message.set(
                underlyings.isEmpty()
                        ? "There are no option contracts in the instrument list. Look at Instruments whether it has"
                                + " been read."
                        : "");
        Underlying current = underlying.get();
        if (wanted == null && (current == null || !underlyings.contains(current))) {
            choose(first());
        } else if (wanted == null) {
            choose(current);
        }
        showWanted();
    }

    private @Nullable Underlying first() {
        return underlyings.stream()
                .filter(candidate -> candidate.name().equals(FIRST_UNDERLYING))
                .findFirst()
                .orElse(underlyings.isEmpty() ? null : underlyings.getFirst());
    }

    private void showWanted() {
        Instrument instrument = wanted;
        if (instrument == null || underlyings.isEmpty()) {
            return;
        }
        wanted = null;
        choose(contracts.underlying(instrument).orElse(underlying.get() == null ? first() : underlying.get()));
        LocalDate expires = instrument.expiry();
        if (expires != null && instrument.optionType() != null && expiries.contains(expires)) {
            choose(expires);
        }
    }

    /// Shows another underlying, with the expiry that was chosen where it has that one too.
    public void choose(@Nullable Underlying next) {
        underlying.set(next);
        List<LocalDate> listed = next == null ? List.of() : contracts.expiries(next);
        if (!expiries.equals(listed)) {
            expiries.setAll(listed);
        }
        LocalDate before = expiry.get();
        choose(before != null && listed.contains(before) ? before : listed.isEmpty() ? null : listed.getFirst());
    }

    public void choose(@Nullable LocalDate next) {
        expiry.set(next);
        Underlying current = underlying.get();
        chain = current == null || next == null ? List.of() : contracts.chain(current, next);
        spot = current == null ? null : contracts.spot(current).orElse(null);
        future = current == null || next == null
                ? null
                : contracts.future(current, next).orElse(null);
        rows.clear();
        centre();
        reckon();
    }

    /// Strikes to show on each side of the money.
    void span(int next) {
        span = next;
        rows.clear();
        centre();
        reckon();
    }

    int span() {
        return span;
    }

    ObservableList<Underlying> underlyings() {
        return underlyings;
    }

    ObservableList<LocalDate> expiries() {
        return expiries;
    }

    ObservableList<ChainRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<@Nullable Underlying> underlying() {
        return underlying.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable LocalDate> expiry() {
        return expiry.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ChainSummary> summary() {
        return summary.getReadOnlyProperty();
    }

    /// Why there is no chain; empty when there is one.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// Days to an expiry as the tabs write them; 0 on the day itself.
    long days(LocalDate expires) {
        return Math.max(0, expires.toEpochDay() - IndiaTime.date(clock.millis()).toEpochDay());
    }

    /// Takes the strikes around the money, keeping the rows that stay.
    private void centre() {
        int middle = ChainFigures.atTheMoney(chain, fixedPoint(reference()));
        if (middle < 0 || Double.isNaN(reference())) {
            middle = chain.size() / 2;
        }
        List<OptionStrike> shown = chain.subList(Math.max(0, middle - span), Math.min(chain.size(), middle + span + 1));
        Map<Long, ChainRow> kept = new HashMap<>();
        rows.forEach(row -> kept.put(row.strike().strike(), row));
        List<ChainRow> next = new ArrayList<>();
        for (OptionStrike strike : shown) {
            ChainRow row = kept.get(strike.strike());
            next.add(row == null ? new ChainRow(strike, segment()) : row);
        }
        rows.setAll(next);
        sides.clear();
        for (ChainRow row : rows) {
            for (ChainSide side : List.of(row.call, row.put)) {
                Instrument option = side.instrument();
                if (option != null) {
                    sides.put(terminal.index(option), side);
                }
            }
        }
        if (open) {
            watch(Stream.concat(
                            rows.stream().flatMap(ChainRow::instruments),
                            Stream.of(spot, future).filter(instrument -> instrument != null))
                    .toList());
        }
        sides.forEach((index, side) -> {
            QuoteRow row = terminal.quotes().get(index);
            if (row != null) {
                side.apply(row, time.nanos());
            }
        });
    }

    private Segment segment() {
        Underlying current = underlying.get();
        return current == null ? Segment.NFO : current.segment();
    }

    private double fixedPoint(double rupees) {
        return rupees * Math.pow(10, segment().priceDecimals());
    }

    private void watch(List<Instrument> next) {
        List<Instrument> gone = watched.stream()
                .filter(instrument -> !next.contains(instrument))
                .toList();
        List<Instrument> come = next.stream()
                .filter(instrument -> !watched.contains(instrument))
                .toList();
        if (!come.isEmpty()) {
            Map<Boolean, List<Instrument>> options =
                    come.stream().collect(Collectors.partitioningBy(one -> one.optionType() != null));
            options.forEach((option, some) -> terminal.send(
                    new Command.Watch(OWNER, some, option ? FeedMode.OPTION : FeedMode.QUOTE, Interest.VIEW)));
        }
        if (!gone.isEmpty()) {
            terminal.send(new Command.Unwatch(OWNER, gone));
        }
        watched.removeAll(gone);
        watched.addAll(come);
    }

    private void quote(QuoteRow row) {
        ChainSide side = sides.get(row.index());
        if (side != null) {
            side.apply(row, time.nanos());
        }
    }

    /// Four times a second: what depends on the forward and on time, and whether the money has moved away.
    private void reckon() {
        double reference = reference();
        int money = atTheMoney(reference);
        if (money >= 0 && (money < rows.size() / 3 || money >= rows.size() - rows.size() / 3) && movable()) {
            centre();
            money = atTheMoney(reference);
        }
        LocalDate expires = expiry.get();
        broker.look(underlying.get(), spot, expires, time.nanos());
        double days = expires == null ? Double.NaN : Math.max(0, expiryMillis(expires) - clock.millis()) / MILLIS_A_DAY;
        double years = Math.max(Black76.LEAST_YEARS, days / DAYS_A_YEAR);
        ChainRow atMoney = money < 0 ? null : rows.get(money);
        double forward = forward(atMoney, years, reference);
        long most = 0;
        for (int position = 0; position < rows.size(); position++) {
            ChainRow row = rows.get(position);
            row.place(place(position, money, row, reference));
            row.call.reckon(forward, row.rupees(), years, RATE);
            row.put.reckon(forward, row.rupees(), years, RATE);
            beside(row.call);
            beside(row.put);
            most = Math.max(most, Math.max(row.call.openInterest(), row.put.openInterest()));
        }
        for (ChainRow row : rows) {
            row.call.share(most);
            row.put.share(most);
        }
        summarise(atMoney, forward, days);
    }

    /// Whether the broker's own Greeks are shown instead of ours.
    BooleanProperty brokersGreeks() {
        return brokersGreeks;
    }

    /// What a broker says beside our own figures.
    private void beside(ChainSide side) {
        OptionData.Side theirs = broker.side(side.instrument());
        side.compare(theirs);
        FeedExtras.Greeks told = brokersGreeks.get() ? told(side.instrument()) : null;
        if (told != null || (brokersGreeks.get() && broker.known())) {
            side.show(told);
        }
    }

    /// The broker's Greeks of an option: from its feed while that tells them, else as read last.
    private FeedExtras.@Nullable Greeks told(@Nullable Instrument option) {
        if (option == null) {
            return null;
        }
        FeedExtras.Greeks live =
                terminal.extras().greeks(terminal.index(option)).orElse(null);
        boolean old = live == null || time.nanos() - live.receivedNanos() > LIVE_NANOS;
        FeedExtras.Greeks read = old ? broker.greeks(option) : null;
        return read == null ? live : read;
    }

    private static ChainRow.Place place(int position, int money, ChainRow row, double reference) {
        if (money < 0) {
            return ChainRow.Place.UNKNOWN;
        }
        if (position == money) {
            return ChainRow.Place.AT_THE_MONEY;
        }
        return row.rupees() < reference ? ChainRow.Place.BELOW : ChainRow.Place.ABOVE;
    }

    /// False where the chain has no more strikes on the side the price went to.
    private boolean movable() {
        int middle = ChainFigures.atTheMoney(chain, fixedPoint(reference()));
        int from = Math.max(0, middle - span);
        return !rows.isEmpty() && !chain.get(from).equals(rows.getFirst().strike());
    }

    private int atTheMoney(double reference) {
        return Double.isNaN(reference)
                ? -1
                : ChainFigures.atTheMoney(rows.stream().map(ChainRow::strike).toList(), fixedPoint(reference));
    }

    private void summarise(@Nullable ChainRow money, double forward, double days) {
        List<ChainFigures.Interest> interest =
                rows.stream().map(ChainRow::interest).toList();
        summary.set(new ChainSummary(
                rupees(spot),
                rupees(future),
                forward,
                money == null ? Double.NaN : money.rupees(),
                money == null ? Double.NaN : money.call.rupees() + money.put.rupees(),
                money == null ? Double.NaN : (money.call.impliedVolatility() + money.put.impliedVolatility()) / 2,
                ChainFigures.putCallRatio(interest),
                ChainFigures.putCallVolumeRatio(interest),
                ChainFigures.maxPain(interest, forward),
                days,
                rows.stream()
                        .flatMap(ChainRow::instruments)
                        .mapToInt(Instrument::lotSize)
                        .findFirst()
                        .orElse(0)));
    }

    private double forward(@Nullable ChainRow money, double years, double reference) {
        if (money != null && !Double.isNaN(money.call.rupees()) && !Double.isNaN(money.put.rupees())) {
            return ChainFigures.syntheticForward(money.rupees(), money.call.rupees(), money.put.rupees(), years, RATE);
        }
        return Double.isNaN(rupees(future)) ? reference : rupees(future);
    }

    private double reference() {
        double price = rupees(spot);
        return Double.isNaN(price) ? rupees(future) : price;
    }

    private double rupees(@Nullable Instrument instrument) {
        QuoteRow row = instrument == null ? null : terminal.quotes().get(terminal.index(instrument));
        return row == null || instrument == null || row.lastPrice() <= 0
                ? Double.NaN
                : instrument.rupees(row.lastPrice()).doubleValue();
    }

    /// Source: rules 5.2.
    private long expiryMillis(LocalDate expires) {
        Segment segment = segment();
        LocalTime closes = segment == Segment.MCX
                ? LocalTime.of(23, 30)
                : segment.currency() ? LocalTime.of(12, 30) : LocalTime.of(15, 30);
        return IndiaTime.epochMillis(expires, closes);
    }
}
