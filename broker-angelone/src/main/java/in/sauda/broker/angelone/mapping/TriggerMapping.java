package in.sauda.broker.angelone.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.broker.TriggerOrders.Request;
import in.sauda.core.broker.TriggerOrders.Rule;
import in.sauda.core.broker.TriggerOrders.State;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Requests and replies of the trigger orders (GTT). Values are strings, as the official clients send them.
public final class TriggerMapping {
    /// Rules of one page of the list; what the official samples ask for.
    public static final int PAGE_SIZE = 10;

    private TriggerMapping() {}

    public static ObjectNode create(Request request) {
        Instrument instrument = request.instrument();
        return terms(request)
                .put("tradingsymbol", instrument.symbol())
                .put("transactiontype", request.side().name())
                .put("producttype", product(request.product()));
    }

    public static ObjectNode modify(String id, Request request) {
        return terms(request).put("id", id);
    }

    private static ObjectNode terms(Request request) {
        Instrument instrument = request.instrument();
        return JsonNodeFactory.instance
                .objectNode()
                .put("symboltoken", instrument.token())
                .put("exchange", instrument.segment().name())
                .put("price", OrderRequests.rupees(request.price(), instrument))
                .put("qty", Long.toString(request.quantity()))
                .put("triggerprice", OrderRequests.rupees(request.triggerPrice(), instrument))
                .put("disclosedqty", Long.toString(request.disclosedQuantity()));
    }

    public static ObjectNode cancel(Rule rule) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", rule.id())
                .put("symboltoken", rule.key().token())
                .put("exchange", rule.key().segment().name());
    }

    public static ObjectNode details(String id) {
        return JsonNodeFactory.instance.objectNode().put("id", id);
    }

    /// @param page counted from one
    public static ObjectNode list(Set<State> states, int page) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode status = body.putArray("status");
        if (states.isEmpty() || states.contains(State.OTHER)) {
            status.add("FORALL");
        } else {
            states.stream().sorted().map(TriggerMapping::word).forEach(status::add);
        }
        return body.put("page", page).put("count", PAGE_SIZE);
    }

    private static String word(State state) {
        return switch (state) {
            case NEW -> "NEW";
            case ACTIVE -> "ACTIVE";
            case SENT -> "SENTTOEXCHANGE";
            case CANCELLED -> "CANCELLED";
            case OTHER -> "FORALL";
        };
    }

    private static State state(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "NEW" -> State.NEW;
            case "ACTIVE" -> State.ACTIVE;
            case "SENTTOEXCHANGE" -> State.SENT;
            case "CANCELLED" -> State.CANCELLED;
            default -> State.OTHER;
        };
    }

    /// Trigger orders know delivery and margin only.
    private static String product(Product product) {
        return switch (product) {
            case DELIVERY -> "DELIVERY";
            case CARRY_FORWARD -> "MARGIN";
            case INTRADAY -> "INTRADAY";
        };
    }

    /// The id of a created or changed rule: text in some replies, a number in others.
    ///
    /// @throws UnreadableException when there is none
    public static String id(JsonNode data) {
        return OrderBookMapping.required(data, "id");
    }

    /// A list, or one rule alone.
    ///
    /// @throws UnreadableException when a rule makes no sense
    public static List<Rule> rules(JsonNode data) {
        return data.isObject()
                ? List.of(rule(data, WireValues.text(data, "id")))
                : WireValues.rows(data).stream()
                        .map(row -> rule(row, WireValues.text(row, "id")))
                        .toList();
    }

    /// @param id as asked for; the details leave it out
    /// @throws UnreadableException when the rule makes no sense
    public static Rule rule(JsonNode row, String id) {
        Segment segment = OrderBookMapping.segment(row);
        int decimals = segment.priceDecimals();
        String word = WireValues.text(row, "status");
        return new Rule(
                id,
                state(word),
                word,
                new InstrumentKey(segment, OrderBookMapping.required(row, "symboltoken")),
                WireValues.text(row, "tradingsymbol"),
                OrderBookMapping.side(row),
                OrderBookMapping.product(OrderBookMapping.required(row, "producttype")),
                WireValues.whole(row, "qty"),
                WireValues.whole(row, "disclosedqty"),
                WireValues.price(row, "price", decimals),
                WireValues.price(row, "triggerprice", decimals),
                time(row, "createddate"),
                time(row, "updateddate"),
                time(row, "expirydate"));
    }

    private static long time(JsonNode row, String field) {
        String stamp = WireValues.text(row, field);
        try {
            return stamp.isEmpty() ? 0 : Instant.parse(stamp).toEpochMilli();
        } catch (DateTimeParseException notATime) {
            throw new UnreadableException(field + " is not a time", notATime);
        }
    }
}
