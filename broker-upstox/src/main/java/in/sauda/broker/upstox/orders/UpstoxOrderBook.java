package in.sauda.broker.upstox.orders;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.upstox.mapping.OrderMapping;
import in.sauda.broker.upstox.mapping.UnreadableException;
import in.sauda.broker.upstox.mapping.WireValues;
import in.sauda.broker.upstox.rest.Endpoint;
import in.sauda.broker.upstox.rest.Request;
import in.sauda.broker.upstox.rest.RestClient;
import in.sauda.broker.upstox.rest.UpstoxErrors;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.support.BookRow;
import in.sauda.core.broker.support.OrderBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The order book as the interface serves it.
final class UpstoxOrderBook implements OrderBook {
    private static final Logger LOG = LoggerFactory.getLogger(UpstoxOrderBook.class);

    private final RestClient client;
    private final OrderMapping mapping;
    private final Set<String> complaints = ConcurrentHashMap.newKeySet();

    UpstoxOrderBook(RestClient client, OrderMapping mapping) {
        this.client = client;
        this.mapping = mapping;
    }

    @Override
    public List<BookRow> all() throws BrokerException {
        JsonNode data = client.read(Request.of(Endpoint.ORDER_BOOK));
        List<BookRow> book = new ArrayList<>();
        try {
            for (JsonNode row : WireValues.rows(data)) {
                add(row, book);
            }
        } catch (UnreadableException strange) {
            throw unreadable(strange);
        }
        return book;
    }

    private void add(JsonNode row, List<BookRow> book) {
        try {
            book.add(mapping.order(row));
        } catch (UnreadableException strange) {
            if (complaints.add(String.valueOf(strange.getMessage()))) {
                LOG.error("a row of the Upstox order book is skipped: {}", strange.getMessage());
            }
        }
    }

    @Override
    public BookRow one(String uniqueId) throws BrokerException {
        JsonNode row = client.read(Request.of(Endpoint.ORDER_DETAILS).with("order_id", uniqueId));
        try {
            return mapping.order(row);
        } catch (UnreadableException strange) {
            throw unreadable(strange);
        }
    }

    private static BrokerException unreadable(UnreadableException strange) {
        return new BrokerException(UpstoxErrors.unreadable(String.valueOf(strange.getMessage())), strange);
    }
}
