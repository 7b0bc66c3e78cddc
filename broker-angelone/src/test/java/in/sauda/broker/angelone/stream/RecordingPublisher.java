package in.sauda.broker.angelone.stream;

import in.sauda.core.feed.Depth;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps a copy of every published event and the name of the thread that published it.
public final class RecordingPublisher implements MarketEventPublisher {
    private final MarketEvent slot = new MarketEvent();
    private final List<MarketEvent> events;
    private final List<Depth> books = new CopyOnWriteArrayList<>();
    private volatile String thread = "";

    public RecordingPublisher() {
        this(new CopyOnWriteArrayList<>());
    }

    private RecordingPublisher(List<MarketEvent> events) {
        this.events = events;
    }

    /// A publisher for another thread that records into the same list.
    public RecordingPublisher another() {
        return new RecordingPublisher(events);
    }

    @Override
    public MarketEvent begin() {
        return slot;
    }

    @Override
    public void publish() {
        MarketEvent copy = new MarketEvent();
        copy.copyFrom(slot);
        thread = Thread.currentThread().getName();
        events.add(copy);
    }

    @Override
    public void book(int instrument, Depth book, long receivedNanos) {
        books.add(book);
    }

    public List<Depth> books() {
        return books;
    }

    public List<MarketEvent> events() {
        return events;
    }

    public MarketEvent last() {
        return events.getLast();
    }

    public String thread() {
        return thread;
    }
}
