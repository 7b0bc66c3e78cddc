package in.sauda.core.engine;

import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.MarketFeed;
import in.sauda.core.broker.Quotes;
import in.sauda.core.engine.Subscriptions.Asked;
import in.sauda.core.feed.FeedSource;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.Subscription;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Decides whether prices are streamed or polled, and makes one feed state of both. Engine thread only.
///
/// Polling begins when the user asks for it, or when the stream has been away for a minute of trading; it goes on until
/// the stream is really back, so that there is no moment without prices.
final class FeedSwitch {
    private final FeedFallback settings;
    private final Subscriptions subscriptions;
    private final QuotePoller poller;
    private final BooleanSupplier trading;
    private final BiConsumer<FeedState, Long> changed;
    private final Executor feedCalls;
    private FeedSource source = FeedSource.STREAM;
    private FeedState stream = new FeedState.Closed();
    private @Nullable Quotes quotes;
    private boolean polling;
    private long awaySinceNanos;
    private boolean away;
    private long nextRoundNanos;

    /// @param trading whether anything that is wanted trades now
    /// @param changed told every change of the state people see, with its time
    FeedSwitch(
            FeedFallback settings,
            Subscriptions subscriptions,
            QuotePoller poller,
            BooleanSupplier trading,
            Executor feedCalls,
            BiConsumer<FeedState, Long> changed) {
        this.settings = settings;
        this.subscriptions = subscriptions;
        this.poller = poller;
        this.trading = trading;
        this.feedCalls = feedCalls;
        this.changed = changed;
    }

    void attach(BrokerSession session, long nowNanos) {
        quotes = session.quotes().orElse(null);
        away = true;
        awaySinceNanos = nowNanos;
    }

    void detach() {
        quotes = null;
        source = FeedSource.STREAM;
        polling = false;
        away = false;
        poller.end();
    }

    /// The stream reports a change.
    void stream(FeedState state, long atNanos) {
        stream = state;
        if (state.connected()) {
            away = false;
        } else if (!away) {
            away = true;
            awaySinceNanos = atNanos;
        }
        if (polling && source == FeedSource.STREAM && state.connected()) {
            stop(atNanos);
        } else if (!polling) {
            changed.accept(state, atNanos);
        }
    }

    /// The user chooses.
    ///
    /// @return false when it is impossible, because nobody is logged in or the broker answers no quotes
    boolean use(FeedSource wanted, long nowNanos) {
        MarketFeed feed = subscriptions.feed();
        if (feed == null || (wanted == FeedSource.POLL && quotes == null)) {
            return false;
        }
        if (wanted == source) {
            return true;
        }
        source = wanted;
        switch (wanted) {
            case POLL -> {
                feedCalls.execute(feed::pause);
                stream = new FeedState.Closed();
                start("Prices are polled because you switched the stream off.", nowNanos);
            }
            case OFF -> {
                feedCalls.execute(feed::pause);
                stream = new FeedState.Closed();
                stop(nowNanos);
            }
            case STREAM -> {
                away = true;
                awaySinceNanos = nowNanos;
                feedCalls.execute(feed::connect);
            }
        }
        return true;
    }

    FeedSource source() {
        return source;
    }

    void onTime(long nowNanos) {
        if (source == FeedSource.STREAM && !polling && away && quotes != null && overdue(nowNanos)) {
            start(
                    "The price stream has been away for " + settings.afterMillis() / 1_000
                            + " s; prices are polled meanwhile.",
                    nowNanos);
        }
        if (polling && nowNanos - nextRoundNanos >= 0) {
            nextRoundNanos = nowNanos + settings.pollMillis() * 1_000_000;
            ask();
        }
    }

    private boolean overdue(long nowNanos) {
        return nowNanos - awaySinceNanos >= settings.afterMillis() * 1_000_000 && trading.getAsBoolean();
    }

    private void start(String reason, long nowNanos) {
        if (quotes == null || polling) {
            return;
        }
        polling = true;
        nextRoundNanos = nowNanos;
        poller.begin(nowNanos);
        changed.accept(new FeedState.Polling(reason, settings.pollMillis()), nowNanos);
    }

    private void stop(long nowNanos) {
        polling = false;
        poller.end();
        changed.accept(stream, nowNanos);
    }

    private void ask() {
        Quotes asked = quotes;
        if (asked != null) {
            List<Subscription> wanted = subscriptions.asked().stream()
                    .map(Asked::subscription)
                    .sorted(Comparator.comparing(Subscription::interest))
                    .toList();
            poller.ask(asked, wanted);
        }
    }
}
