package in.sauda.core.engine;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.QuoteDetail;
import in.sauda.core.broker.QuoteSnapshot;
import in.sauda.core.broker.Quotes;
import in.sauda.core.broker.Quotes.Batch;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.view.ConflatedRows;
import in.sauda.core.view.QuoteRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks for quotes in rounds and puts them onto the same way as streamed ones.
///
/// A round belongs to a run; what arrives after its run has ended is thrown away, and so is a quote older than the
/// price that is already there: switching to the stream and back neither loses nor doubles volume. One round at a time,
/// on a thread that may block.
final class QuotePoller {
    /// What Angel One takes in one call; smaller steps also bring the important ones sooner.
    private static final int PER_CALL = 50;

    /// @param subscriptions the most important ones first
    record Round(Quotes quotes, List<Subscription> subscriptions, long run) {}

    private final Executor thread;
    private final MarketEventPublisher publisher;
    private final ConflatedRows<QuoteRow> shown;
    private final Consumer<@Nullable BrokerFailure> done;
    private final AtomicLong calls = new AtomicLong();
    private volatile long run;
    private boolean busy;

    /// @param shown prices as they are now
    /// @param done told on the poller's thread that a round is over, with what made it end early
    QuotePoller(
            Executor thread,
            MarketEventPublisher publisher,
            ConflatedRows<QuoteRow> shown,
            Consumer<@Nullable BrokerFailure> done) {
        this.thread = thread;
        this.publisher = publisher;
        this.shown = shown;
        this.done = done;
    }

    /// A new run begins; replies to questions of the one before count no more. Engine thread.
    ///
    /// @param nanos any number that identifies it, not 0
    void begin(long nanos) {
        run = nanos;
    }

    /// Replies on their way count no more. Engine thread.
    void end() {
        run = 0;
    }

    /// Starts a round unless one is on its way. Engine thread.
    void ask(Quotes quotes, List<Subscription> subscriptions) {
        if (!busy && !subscriptions.isEmpty()) {
            busy = true;
            Round round = new Round(quotes, subscriptions, run);
            thread.execute(() -> go(round));
        }
    }

    /// The round is over. Engine thread.
    void finished() {
        busy = false;
    }

    private void go(Round round) {
        BrokerFailure failure = null;
        try {
            List<Subscription> all = round.subscriptions;
            for (int from = 0; from < all.size() && round.run == run; from += PER_CALL) {
                call(round, all.subList(from, Math.min(from + PER_CALL, all.size())));
            }
        } catch (BrokerException refused) {
            failure = refused.failure();
        } catch (RuntimeException broken) {
            failure = new BrokerFailure.Fatal(
                    "POLL", "Quotes could not be read: " + broken.getMessage(), "Look at the log file.");
        }
        done.accept(failure);
    }

    private void call(Round round, List<Subscription> some) throws BrokerException {
        Map<InstrumentKey, Subscription> byKey = new HashMap<>();
        List<Instrument> instruments =
                some.stream().map(Subscription::instrument).toList();
        some.forEach(subscription -> byKey.put(subscription.instrument().key(), subscription));
        calls.incrementAndGet();
        Batch batch = round.quotes.read(instruments, QuoteDetail.FULL);
        for (QuoteSnapshot quote : batch.quotes()) {
            Subscription subscription = byKey.get(quote.key());
            if (subscription != null && round.run == run) {
                publish(quote, subscription.index(), round.run);
            }
        }
    }

    private void publish(QuoteSnapshot quote, int index, long connection) {
        MarketEvent event = publisher.begin();
        quote.fill(event, index);
        event.connectedNanos = connection;
        event.polled = true;
        QuoteRow known = index < shown.capacity() ? shown.get(index) : null;
        if (known == null || !older(event, known)) {
            publisher.publish();
        }
    }

    private static boolean older(MarketEvent event, QuoteRow known) {
        return event.exchangeMillis < known.exchangeMillis()
                || (event.volume != MarketEvent.UNKNOWN && event.volume < known.volume());
    }

    /// REST calls made for live prices so far.
    long calls() {
        return calls.get();
    }
}
