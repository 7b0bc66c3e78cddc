package in.sauda.broker.upstox.stream;

import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps a copy of every published event.
final class RecordingPublisher implements MarketEventPublisher {
    private final MarketEvent slot = new MarketEvent();
    private final List<MarketEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public MarketEvent begin() {
        return slot;
    }

    @Override
    public void publish() {
        MarketEvent copy = new MarketEvent();
        copy.copyFrom(slot);
        events.add(copy);
    }

    List<MarketEvent> events() {
        return events;
    }
}
