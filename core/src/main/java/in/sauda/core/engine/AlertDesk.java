package in.sauda.core.engine;

import in.sauda.core.alerts.AlertBoard;
import in.sauda.core.alerts.AlertBook;
import in.sauda.core.alerts.AlertFiring;
import in.sauda.core.alerts.AlertRule;
import in.sauda.core.alerts.StoredAlert;
import in.sauda.core.candles.CandleBatch;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.storage.StorageWriter;
import in.sauda.core.storage.Stores;
import in.sauda.core.time.ExchangeClock;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.UiEvent;
import in.sauda.core.view.UiEvents;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;

/// The user's alerts at work: fed with prices, minutes and the clock, kept by the storage thread, told as notices.
/// Engine thread only, but for {@link #board()}.
final class AlertDesk {
    private static final int HISTORY = 500;

    /// A minute that closed longer ago than this says nothing about now.
    private static final long STALE_MILLIS = 300_000L;

    /// The clock need not be looked at with every timer.
    private static final long PACE_NANOS = 200_000_000L;

    private final ExchangeClock clock;
    private final QuoteBook quotes;
    private final IntPredicate warm;
    private final AlertBook book;
    private final StorageWriter storage;
    private boolean started;
    private long nextNanos;
    private volatile AlertBoard board = AlertBoard.EMPTY;

    /// @param warm whether an instrument's history is complete
    AlertDesk(
            ExchangeClock clock,
            QuoteBook quotes,
            ToIntFunction<Instrument> indexes,
            IntPredicate warm,
            StorageWriter storage,
            UiEvents events) {
        this.clock = clock;
        this.quotes = quotes;
        this.warm = warm;
        this.storage = storage;
        book = new AlertBook(
                new AlertBook.Sink() {
                    @Override
                    public void fired(AlertFiring firing, AlertRule rule) {
                        storage.save(firing);
                        events.add(new UiEvent.AlertFired(firing));
                    }

                    @Override
                    public void keep(StoredAlert alert) {
                        storage.save(alert);
                    }
                },
                indexes);
    }

    /// Loads what an earlier run left. Blocks on the disk; before the first step.
    void restore(Stores stores) {
        book.restore(stores.alerts().load(), stores.alerts().firings(HISTORY));
        publish();
    }

    /// @return instruments no alert needs any more
    List<Instrument> set(AlertRule rule) {
        List<Instrument> before = book.instruments();
        book.set(rule);
        publish();
        return gone(before);
    }

    void rearm(long id) {
        book.rearm(id);
        publish();
    }

    /// @return instruments no alert needs any more
    List<Instrument> remove(long id) {
        List<Instrument> before = book.instruments();
        if (book.remove(id)) {
            storage.removeAlert(id);
            publish();
        }
        return gone(before);
    }

    private List<Instrument> gone(List<Instrument> before) {
        List<Instrument> still = book.instruments();
        return before.stream().filter(instrument -> !still.contains(instrument)).toList();
    }

    /// What alerts need prices of.
    List<Instrument> instruments() {
        return book.instruments();
    }

    /// True when an alert looks at closed minutes of the instrument.
    boolean needsMinutes(int index) {
        return book.watchesMinutes(index);
    }

    /// A good price.
    void onEvent(MarketEvent event) {
        if (!book.watchesQuotes(event.instrument)) {
            return;
        }
        QuoteRow quote = quotes.snapshot(event.instrument);
        if (quote == null) {
            return;
        }
        if (event.conflatedCount > 0) {
            book.onRange(event.instrument, event.conflatedLow, event.conflatedHigh, clock.now());
        }
        book.onQuote(quote, clock.now());
    }

    void onCandles(CandleBatch batch) {
        long now = clock.now();
        if (now - batch.minuteMillis() - Timeframe.M1.millis() > STALE_MILLIS) {
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            int index = batch.index(i);
            if (book.watchesMinutes(index) && warm.test(index)) {
                book.onMinute(index, batch.series(i), batch.bar(i), now);
            }
        }
    }

    void onTime(long nanos) {
        if (book.size() > 0 && (!started || nanos - nextNanos >= 0)) {
            started = true;
            nextNanos = nanos + PACE_NANOS;
            book.onTime(clock.now());
            publish();
        }
    }

    private void publish() {
        board = book.board(clock.now());
    }

    /// As of a moment ago. Any thread.
    AlertBoard board() {
        return board;
    }
}
