package in.sauda.bench.engine;

import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.view.ConflatedRows;
import in.sauda.core.view.QuoteRow;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The hand-over a user would write: a blocking queue of rows and a thread that files them, and nothing else. What it
/// takes is what this machine takes to wake a thread.
final class QueueHandOver implements AutoCloseable {
    private static final int CAPACITY = 8_192;

    private final BlockingQueue<QuoteRow> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final ConflatedRows<QuoteRow> rows = new ConflatedRows<>(EngineWorld.INSTRUMENTS);
    private final Thread thread = Thread.ofPlatform().name("queue").start(this::file);

    ConflatedRows<QuoteRow> rows() {
        return rows;
    }

    MarketEventPublisher publisher() {
        MarketEvent event = new MarketEvent();
        return new MarketEventPublisher() {
            @Override
            public MarketEvent begin() {
                return event;
            }

            @Override
            public void publish() {
                queue.add(row(event));
            }
        };
    }

    private static QuoteRow row(MarketEvent event) {
        return new QuoteRow(
                event.instrument,
                event.lastPrice,
                event.lastQuantity,
                event.previousClose,
                event.open,
                event.high,
                event.low,
                event.averagePrice,
                event.volume,
                event.openInterest,
                event.upperCircuit,
                event.lowerCircuit,
                event.bidPrice[0],
                event.bidQuantity[0],
                event.askPrice[0],
                event.askQuantity[0],
                event.exchangeMillis,
                event.lastTradeMillis,
                event.receivedNanos,
                1,
                null);
    }

    private void file() {
        try {
            while (true) {
                QuoteRow row = queue.take();
                rows.put(row.index(), row);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
