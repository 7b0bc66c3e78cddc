package in.sauda.broker.angelone.orders;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.angelone.mapping.OrderBookMapping;
import in.sauda.broker.angelone.mapping.UnreadableException;
import in.sauda.broker.angelone.rest.AngelOneErrors;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.broker.angelone.rest.RestClient;
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
final class AngelOneOrderBook implements OrderBook {
    private static final Logger LOG = LoggerFactory.getLogger(AngelOneOrderBook.class);

    private final RestClient client;
    private final Set<String> complaints = ConcurrentHashMap.newKeySet();

    AngelOneOrderBook(RestClient client) {
        this.client = client;
    }

    @Override
    public List<BookRow> all() throws BrokerException {
        JsonNode data = client.read(Endpoint.ORDER_BOOK);
        try {
            return rows(OrderBookMapping.rows(data));
        } catch (UnreadableException strange) {
            throw unreadable(strange);
        }
    }

    private List<BookRow> rows(List<JsonNode> data) {
        List<BookRow> book = new ArrayList<>();
        for (JsonNode row : data) {
            try {
                book.add(OrderBookMapping.order(row));
            } catch (UnreadableException strange) {
                if (complaints.add(String.valueOf(strange.getMessage()))) {
                    LOG.error("a row of the Angel One order book is skipped: {}", strange.getMessage());
                }
            }
        }
        return book;
    }

    @Override
    public BookRow one(String uniqueId) throws BrokerException {
        try {
            return OrderBookMapping.order(client.readById(Endpoint.ORDER_DETAILS, uniqueId));
        } catch (UnreadableException strange) {
            throw unreadable(strange);
        }
    }

    private static BrokerException unreadable(UnreadableException strange) {
        return new BrokerException(AngelOneErrors.unreadable(String.valueOf(strange.getMessage())), strange);
    }
}
