package in.sauda.app.testkit;

import in.sauda.core.account.AccountData;
import in.sauda.core.account.SessionFacts;
import in.sauda.core.alerts.AlertBoard;
import in.sauda.core.calendar.Phase;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.Depth;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.SubscriptionReport;
import in.sauda.core.health.HealthReport;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderRequest;
import in.sauda.core.orders.OrderStatus;
import in.sauda.core.orders.OrderTicket;
import in.sauda.core.strategy.StrategyRow;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.BrokerStanding;
import in.sauda.core.view.Command;
import in.sauda.core.view.ConfirmationCard;
import in.sauda.core.view.ConflatedRows;
import in.sauda.core.view.CoreStatus;
import in.sauda.core.view.FeedExtras;
import in.sauda.core.view.OrderView;
import in.sauda.core.view.PositionRow;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.StandingRow;
import in.sauda.core.view.Terminal;
import in.sauda.core.view.UiEvent;
import in.sauda.core.view.UiEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A terminal without an engine: remembers every command and answers a staged ticket with a card, as the engine does.
public final class FakeTerminal implements Terminal {
    public static final long CARD_NANOS = 30_000_000_000L;
    private static final int CAPACITY = 1024;

    private final TimeSource time;
    private final InstrumentRegistry registry = new InstrumentRegistry();
    private final ConflatedRows<QuoteRow> quotes = new ConflatedRows<>(CAPACITY);
    private final FeedExtras extras = new FeedExtras(64);
    private final ConflatedRows<PositionRow> positions = new ConflatedRows<>(CAPACITY);
    private final ConflatedRows<StandingRow> standings = new ConflatedRows<>(CAPACITY);
    private final UiEvents events = new UiEvents();
    private final FakeTruth truth = new FakeTruth();
    private final List<Command> commands = new ArrayList<>();
    private final Map<ClientOrderId, ConfirmationCard> cards = new HashMap<>();
    private final Map<Instrument, BarSeries> series = new HashMap<>();
    private FeedState feed = new FeedState.Connected();
    private SessionFacts session = SessionFacts.NONE;
    private AccountData account = AccountData.NONE;
    private List<BrokerStanding> brokers = List.of();
    private boolean surveillance;
    private Phase phase = Phase.CONTINUOUS;
    private List<StrategyRow> strategies = List.of();
    private SubscriptionReport subscriptions = SubscriptionReport.EMPTY;
    private AlertBoard alerts = AlertBoard.EMPTY;
    private HealthReport health = HealthReport.starting(TradingMode.DEMO);
    private long marketMillis = 1_789_970_000_000L;
    private int nextOrder = 1;
    private long ticks;

    public FakeTerminal(TimeSource time) {
        this.time = time;
    }

    @Override
    public int index(Instrument instrument) {
        return registry.index(instrument);
    }

    @Override
    public ConflatedRows<QuoteRow> quotes() {
        return quotes;
    }

    @Override
    public FeedExtras extras() {
        return extras;
    }

    @Override
    public ConflatedRows<PositionRow> positions() {
        return positions;
    }

    @Override
    public UiEvents events() {
        return events;
    }

    @Override
    public CoreStatus status() {
        return new CoreStatus(
                TradingMode.DEMO,
                feed,
                registry.size(),
                registry.size(),
                ticks,
                1834.0,
                0,
                12_480,
                7,
                3,
                1,
                200_000_000L,
                12,
                marketMillis,
                phase);
    }

    @Override
    public SubscriptionReport subscriptions() {
        return subscriptions;
    }

    /// The audit {@link #subscriptions()} gives from now on.
    public void subscriptions(SubscriptionReport report) {
        subscriptions = report;
    }

    @Override
    public List<StrategyRow> strategies() {
        return strategies;
    }

    /// What {@link #strategies()} gives from now on.
    public void strategies(List<StrategyRow> rows) {
        strategies = List.copyOf(rows);
    }

    @Override
    public ConflatedRows<StandingRow> standings() {
        return standings;
    }

    @Override
    public AlertBoard alerts() {
        return alerts;
    }

    /// What {@link #alerts()} gives from now on.
    public void alerts(AlertBoard board) {
        alerts = board;
    }

    @Override
    public HealthReport health() {
        return health;
    }

    /// The judgement {@link #health()} gives from now on.
    public void health(HealthReport report) {
        health = report;
    }

    @Override
    public SessionFacts session() {
        return session;
    }

    /// What {@link #session()} gives from now on.
    public void session(SessionFacts facts) {
        session = facts;
    }

    @Override
    public List<BrokerStanding> brokers() {
        return brokers;
    }

    /// The brokers {@link #brokers()} gives from now on.
    public void brokers(List<BrokerStanding> standings) {
        brokers = List.copyOf(standings);
    }

    @Override
    public AccountData account() {
        return account;
    }

    @Override
    public BarSeries bars(Instrument instrument, Timeframe timeframe) {
        return series.computeIfAbsent(instrument, ignored -> ArrayBars.empty(timeframe));
    }

    @Override
    public FakeTruth truth() {
        return truth;
    }

    @Override
    public void send(Command command) {
        commands.add(command);
        switch (command) {
            case Command.Stage stage -> raise(stage.ticket());
            case Command.Confirm confirm -> confirm(confirm.id());
            case Command.Decline decline ->
                events.add(new UiEvent.ConfirmationClosed(decline.id(), "Declined: " + decline.reason()));
            case Command.Watch _,
                    Command.Unwatch _,
                    Command.StageModify _,
                    Command.Cancel _,
                    Command.CancelAll _,
                    Command.ExitAll _,
                    Command.LookAtSwitches _,
                    Command.TurnSwitch _,
                    Command.UseFeed _,
                    Command.Reconcile _,
                    Command.Reread _,
                    Command.RefreshAccount _,
                    Command.SetStrategy _,
                    Command.RemoveStrategy _,
                    Command.SetUniverse _,
                    Command.SetAlert _,
                    Command.RearmAlert _,
                    Command.RemoveAlert _,
                    Command.Convert _ -> {}
        }
    }

    public List<Command> commands() {
        return commands;
    }

    /// Commands of one kind, in the order they came.
    public <C extends Command> List<C> sent(Class<C> kind) {
        return commands.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public void feed(FeedState state) {
        feed = state;
        events.add(new UiEvent.FeedChanged(state));
    }

    public void account(AccountData data) {
        account = data;
    }

    public void phase(Phase wanted) {
        phase = wanted;
    }

    public void marketMillis(long millis) {
        marketMillis = millis;
    }

    public void bars(Instrument instrument, BarSeries bars) {
        series.put(instrument, bars);
    }

    /// Publishes a quote with five levels around the last price.
    public void tick(Instrument instrument, long last, long previousClose, long volume) {
        int index = registry.index(instrument);
        ticks++;
        long tick = Math.max(5, instrument.tickSize());
        boolean tradable = !instrument.index();
        quotes.put(
                index,
                new QuoteRow(
                        index,
                        last,
                        instrument.lotSize(),
                        previousClose,
                        previousClose,
                        last + 20 * tick,
                        last - 20 * tick,
                        last,
                        tradable ? volume : MarketEvent.UNKNOWN,
                        instrument.segment().derivative() ? 3 * volume : MarketEvent.UNKNOWN,
                        tradable ? previousClose * 12 / 10 : MarketEvent.UNKNOWN,
                        tradable ? previousClose * 8 / 10 : MarketEvent.UNKNOWN,
                        tradable ? last - tick : MarketEvent.UNKNOWN,
                        tradable ? 12L * instrument.lotSize() : MarketEvent.UNKNOWN,
                        tradable ? last + tick : MarketEvent.UNKNOWN,
                        tradable ? 9L * instrument.lotSize() : MarketEvent.UNKNOWN,
                        marketMillis,
                        marketMillis,
                        time.nanos(),
                        ticks,
                        tradable ? depth(instrument, last, tick) : null));
    }

    private static Depth depth(Instrument instrument, long last, long tick) {
        MarketEvent event = new MarketEvent();
        event.clear();
        event.hasDepth = true;
        for (int level = 0; level < MarketEvent.DEPTH_LEVELS; level++) {
            event.bidPrice[level] = last - tick * (level + 1);
            event.bidQuantity[level] = (level * 7L + 12) * instrument.lotSize();
            event.bidOrders[level] = 3 + level * 2;
            event.askPrice[level] = last + tick * (level + 1);
            event.askQuantity[level] = (level * 5L + 9) * instrument.lotSize();
            event.askOrders[level] = 2 + level * 3;
        }
        return new Depth(event);
    }

    private void raise(OrderTicket ticket) {
        OrderRequest request = new OrderRequest(
                new ClientOrderId("T" + nextOrder++),
                ticket.mode(),
                ticket.instrument(),
                registry.index(ticket.instrument()),
                ticket.side(),
                ticket.type(),
                ticket.product(),
                ticket.validity(),
                ticket.quantity(),
                ticket.price(),
                ticket.triggerPrice(),
                surveillance,
                ticket.broker());
        QuoteRow quote = quotes.get(request.instrumentIndex());
        raise(new ConfirmationCard(
                request,
                ticket.strategy(),
                null,
                quote == null ? 0 : quote.lastPrice(),
                ticket.instrument().valuePaise(ticket.price(), ticket.quantity()),
                ticket.exit(),
                time.nanos(),
                time.nanos() + CARD_NANOS,
                List.of(),
                null,
                BrokerStanding.name(brokers, ticket.broker()),
                1));
    }

    /// Whether the cards of staged tickets ask for the consent that shares under surveillance need.
    public void surveillance(boolean asked) {
        surveillance = asked;
    }

    /// Asks for a confirmation, as a strategy does.
    public void raise(ConfirmationCard card) {
        cards.put(card.request().id(), card);
        events.add(new UiEvent.ConfirmationRequested(card));
    }

    private void confirm(ClientOrderId id) {
        ConfirmationCard card = cards.get(id);
        if (card != null) {
            events.add(new UiEvent.ConfirmationClosed(id, "Confirmed"));
            order(card.request(), OrderStatus.OPEN, 0, "");
        }
    }

    public void order(OrderRequest request, OrderStatus status, long filled, String text) {
        events.add(new UiEvent.OrderChanged(new OrderView(
                request,
                "2609210000" + request.id().value(),
                status,
                filled,
                filled == 0 ? 0 : request.price(),
                text,
                OrderTicket.MANUAL,
                0,
                false,
                marketMillis,
                marketMillis)));
    }
}
