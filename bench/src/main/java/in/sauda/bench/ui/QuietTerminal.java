package in.sauda.bench.ui;

import in.sauda.core.account.AccountData;
import in.sauda.core.account.SessionFacts;
import in.sauda.core.alerts.AlertBoard;
import in.sauda.core.calendar.Phase;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.feed.SubscriptionReport;
import in.sauda.core.health.HealthReport;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.strategy.StrategyRow;
import in.sauda.core.truth.CandleTruth;
import in.sauda.core.view.BrokerStanding;
import in.sauda.core.view.Command;
import in.sauda.core.view.ConflatedRows;
import in.sauda.core.view.CoreStatus;
import in.sauda.core.view.FeedExtras;
import in.sauda.core.view.PositionRow;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.StandingRow;
import in.sauda.core.view.Terminal;
import in.sauda.core.view.UiEvents;
import java.util.List;

/// A terminal with rows to write into and no engine, so that only the screen is measured.
final class QuietTerminal implements Terminal {
    private final InstrumentRegistry registry = new InstrumentRegistry();
    private final ConflatedRows<QuoteRow> quotes = new ConflatedRows<>(1024);
    private final FeedExtras extras = new FeedExtras(64);
    private final ConflatedRows<PositionRow> positions = new ConflatedRows<>(16);
    private final ConflatedRows<StandingRow> standings = new ConflatedRows<>(1024);
    private final UiEvents events = new UiEvents();

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
    public List<StrategyRow> strategies() {
        return List.of();
    }

    @Override
    public AlertBoard alerts() {
        return AlertBoard.EMPTY;
    }

    @Override
    public ConflatedRows<StandingRow> standings() {
        return standings;
    }

    @Override
    public UiEvents events() {
        return events;
    }

    @Override
    public CoreStatus status() {
        return new CoreStatus(
                TradingMode.DEMO,
                new FeedState.Connected(),
                registry.size(),
                registry.size(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Phase.CONTINUOUS);
    }

    @Override
    public SubscriptionReport subscriptions() {
        return SubscriptionReport.EMPTY;
    }

    @Override
    public HealthReport health() {
        return HealthReport.starting(TradingMode.DEMO);
    }

    @Override
    public SessionFacts session() {
        return SessionFacts.NONE;
    }

    @Override
    public List<BrokerStanding> brokers() {
        return List.of();
    }

    @Override
    public AccountData account() {
        return AccountData.NONE;
    }

    @Override
    public BarSeries bars(Instrument instrument, Timeframe timeframe) {
        throw new IllegalStateException("this terminal has no bars");
    }

    @Override
    public CandleTruth truth() {
        throw new IllegalStateException("this terminal has no bars");
    }

    /// Subscriptions change nothing here.
    @Override
    public void send(Command command) {}
}
