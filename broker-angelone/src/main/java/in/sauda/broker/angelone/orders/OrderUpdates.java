package in.sauda.broker.angelone.orders;

import in.sauda.broker.angelone.mapping.OrderUpdateMapping;
import in.sauda.broker.angelone.mapping.OrderUpdateMapping.Update;
import in.sauda.broker.angelone.mapping.UnreadableException;
import in.sauda.broker.angelone.stream.OrderUpdateSocket;
import in.sauda.broker.angelone.stream.OrderUpdateSocket.Verdict;
import in.sauda.core.broker.support.OrderBookPoller;
import in.sauda.core.broker.support.OrderTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Merges pushed order updates with the readings of the order book: both go through the tracker, which tells each
/// change once. What is not understood makes the book be read, never an order be guessed.
final class OrderUpdates implements OrderUpdateSocket.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(OrderUpdates.class);

    private final OrderTracker tracker;
    private final OrderBookPoller poller;

    OrderUpdates(OrderTracker tracker, OrderBookPoller poller) {
        this.tracker = tracker;
        this.poller = poller;
    }

    @Override
    public Verdict frame(String text) {
        try {
            return apply(OrderUpdateMapping.read(text));
        } catch (UnreadableException strange) {
            LOG.warn("an order update is not understood, reading the order book: {}", strange.getMessage());
            poller.lookNow();
            return Verdict.FINE;
        }
    }

    private Verdict apply(Update update) {
        switch (update.statusCode()) {
            case "401", "403" -> {
                return Verdict.LOGIN_EXPIRED;
            }
            case "429" -> {
                return Verdict.TOO_MANY;
            }
            default -> {
                // 200, or a code that only later versions of the broker know: the rest of the frame decides.
            }
        }
        if (update.greeting()) {
            poller.updatesBegin();
        } else if (update.row() == null) {
            poller.lookNow();
        } else {
            tracker.update(update.row());
        }
        return Verdict.FINE;
    }

    @Override
    public void lost() {
        poller.updatesEnd();
    }
}
