package in.sauda.broker.upstox.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.broker.upstox.stream.FeedPlan.Change;
import in.sauda.broker.upstox.stream.FeedPlan.Kind;
import java.util.ArrayList;
import java.util.List;
import okio.ByteString;

/// The feed's requests: JSON in binary frames (protocol 4.2), at most five hundred keys each.
final class SubscriptionMessages {
    private static final int KEYS_PER_FRAME = 500;

    private long number;

    /// Ends before beginnings, one mode a frame.
    List<ByteString> of(List<Change> changes) {
        List<ByteString> frames = new ArrayList<>();
        for (Kind kind : List.of(Kind.UNSUBSCRIBE, Kind.CHANGE_MODE, Kind.SUBSCRIBE)) {
            for (WireMode mode : WireMode.values()) {
                List<String> keys = changes.stream()
                        .filter(change -> change.kind() == kind && change.mode() == mode)
                        .map(Change::key)
                        .toList();
                for (int from = 0; from < keys.size(); from += KEYS_PER_FRAME) {
                    frames.add(frame(kind, mode, keys.subList(from, Math.min(from + KEYS_PER_FRAME, keys.size()))));
                }
            }
        }
        return frames;
    }

    private ByteString frame(Kind kind, WireMode mode, List<String> keys) {
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("guid", "sauda-" + ++number)
                .put(
                        "method",
                        switch (kind) {
                            case SUBSCRIBE -> "sub";
                            case CHANGE_MODE -> "change_mode";
                            case UNSUBSCRIBE -> "unsub";
                        });
        ObjectNode data = message.putObject("data");
        if (kind != Kind.UNSUBSCRIBE) {
            data.put("mode", mode.wire());
        }
        ArrayNode all = data.putArray("instrumentKeys");
        keys.forEach(all::add);
        return ByteString.encodeUtf8(message.toString());
    }
}
