package in.sauda.core.view;

import in.sauda.core.account.AccountData;
import in.sauda.core.account.SessionFacts;
import in.sauda.core.alerts.AlertBoard;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.feed.SubscriptionReport;
import in.sauda.core.health.HealthReport;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.strategy.StrategyRow;
import in.sauda.core.truth.CandleTruth;
import java.util.List;

/// The running core as a user interface sees it: pull rows and events once per pulse, send commands, never block.
public interface Terminal {
    /// Registry index of an instrument, for rows.
    int index(Instrument instrument);

    ConflatedRows<QuoteRow> quotes();

    /// Deeper books and the brokers' own Greeks.
    FeedExtras extras();

    ConflatedRows<PositionRow> positions();

    UiEvents events();

    /// Status published last.
    CoreStatus status();

    /// What has been asked of the feed and what came of it; made anew about once a second while somebody looks.
    SubscriptionReport subscriptions();

    /// Whether everything works, by the rules of the health check; made anew once a second.
    HealthReport health();

    /// How long the login lasts, what is left of the broker's allowances, and the internet address.
    SessionFacts session();

    /// The brokers that can carry out orders, the session's first one first; empty while nobody is logged in.
    List<BrokerStanding> brokers();

    /// Funds, holdings, positions and trades as the first broker's books say, read beside the engine.
    AccountData account();

    /// All strategies as the engine has them; made anew about once a second.
    List<StrategyRow> strategies();

    /// Where every watched symbol of the strategies' universe stood when its last minute closed.
    ConflatedRows<StandingRow> standings();

    /// The user's alerts and what fired; made anew a few times a second.
    AlertBoard alerts();

    /// Live bars of an instrument. History is fetched in the background and appears in the same series; calling again
    /// returns the same
    /// series. The caller keeps the instrument watched.
    BarSeries bars(Instrument instrument, Timeframe timeframe);

    /// Where minutes come from and how they compare with the broker's.
    CandleTruth truth();

    void send(Command command);
}
