package in.sauda.broker.upstox.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import in.sauda.broker.upstox.mapping.OrderMapping;
import in.sauda.broker.upstox.mapping.UnreadableException;
import in.sauda.broker.upstox.stream.PortfolioStream;
import in.sauda.core.broker.support.OrderBookPoller;
import in.sauda.core.broker.support.OrderTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Merges pushed order updates with the readings of the order book: both go through the tracker, which tells each
/// change once. What is not understood makes the book be read, never an order be guessed.
final class OrderUpdates implements PortfolioStream.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(OrderUpdates.class);
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);

    private final OrderMapping mapping;
    private final OrderTracker tracker;
    private final OrderBookPoller poller;

    OrderUpdates(OrderMapping mapping, OrderTracker tracker, OrderBookPoller poller) {
        this.mapping = mapping;
        this.tracker = tracker;
        this.poller = poller;
    }

    @Override
    public void connected() {
        poller.updatesBegin();
    }

    @Override
    public void frame(String text) {
        try {
            JsonNode update = JSON.readValue(text);
            if (update.path("update_type").asText("").equals("order")) {
                tracker.update(mapping.order(update));
            }
        } catch (JsonProcessingException | UnreadableException strange) {
            LOG.warn("an order update is not understood, reading the order book: {}", strange.getMessage());
            poller.lookNow();
        }
    }

    @Override
    public void lost() {
        poller.updatesEnd();
    }
}
