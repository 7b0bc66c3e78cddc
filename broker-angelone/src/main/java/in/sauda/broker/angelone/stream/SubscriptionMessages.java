package in.sauda.broker.angelone.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.broker.angelone.mapping.ExchangeTypes;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Subscription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Subscribe and unsubscribe requests: one mode a message, tokens grouped by exchange type, a bounded number of
/// tokens.
final class SubscriptionMessages {
    static final int SUBSCRIBE = 1;
    static final int UNSUBSCRIBE = 0;
    /// The broker names no limit; this fills a connection with two messages of a few kilobytes each.
    static final int TOKENS_PER_MESSAGE = 500;

    private final String correlationId;

    /// @param correlationId at most 10 letters and digits; comes back in the broker's error frames only
    SubscriptionMessages(String correlationId) {
        this.correlationId = correlationId;
    }

    List<String> messages(int action, Collection<Subscription> subscriptions) {
        Map<FeedMode, List<Subscription>> byMode = new EnumMap<>(FeedMode.class);
        for (Subscription subscription : subscriptions) {
            byMode.computeIfAbsent(subscription.mode(), _ -> new ArrayList<>()).add(subscription);
        }
        List<String> messages = new ArrayList<>();
        byMode.forEach((mode, wishes) -> {
            for (int from = 0; from < wishes.size(); from += TOKENS_PER_MESSAGE) {
                int to = Math.min(from + TOKENS_PER_MESSAGE, wishes.size());
                messages.add(message(action, mode, wishes.subList(from, to)));
            }
        });
        return messages;
    }

    private String message(int action, FeedMode mode, List<Subscription> wishes) {
        Map<Integer, ArrayNode> tokens = new TreeMap<>();
        for (Subscription wish : wishes) {
            int type = ExchangeTypes.of(wish.instrument().segment()).orElseThrow();
            tokens.computeIfAbsent(type, _ -> JsonNodeFactory.instance.arrayNode())
                    .add(wish.instrument().token());
        }
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("correlationID", correlationId).put("action", action);
        ObjectNode params = message.putObject("params").put("mode", wireMode(mode));
        ArrayNode list = params.putArray("tokenList");
        tokens.forEach((type, of) -> list.addObject().put("exchangeType", type).set("tokens", of));
        return message.toString();
    }

    private static int wireMode(FeedMode mode) {
        return switch (mode) {
            case LTP -> FrameLayout.MODE_LTP;
            case QUOTE -> FrameLayout.MODE_QUOTE;
            case FULL, OPTION -> FrameLayout.MODE_SNAP_QUOTE;
            case DEEP -> FrameLayout.MODE_DEPTH_20;
        };
    }
}
