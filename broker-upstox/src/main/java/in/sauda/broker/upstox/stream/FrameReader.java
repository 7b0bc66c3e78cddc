package in.sauda.broker.upstox.stream;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads one frame of the feed into reused updates, without allocating.
///
/// Whatever this version does not know is skipped; what is cut off or is no protobuf is an exception, and nothing
/// of such a frame may be used. Not thread-safe.
final class FrameReader {
    static final int LARGEST_FRAME = 8 << 20;

    private final WireBytes wire = new WireBytes();
    private final FeedBody body = new FeedBody();
    private KeyIndex keys = KeyIndex.EMPTY;
    private FeedUpdate[] updates = {new FeedUpdate()};
    private int count;
    private int type;
    private long currentTs;
    private Map<String, Integer> segments = Map.of();

    void use(KeyIndex replacement) {
        keys = replacement;
    }

    KeyIndex keys() {
        return keys;
    }

    /// Reads the frame in the first bytes of an array.
    ///
    /// @return number of updates in it
    /// @throws InvalidProtocolBufferException when the bytes are not such a message
    int read(byte[] bytes, int end) throws InvalidProtocolBufferException {
        clear();
        int at = 0;
        while (at < end) {
            switch (bytes[at]) {
                case 8 -> {
                    type = (int) wire.varint(bytes, at + 1, end);
                    at = wire.next;
                }
                case 18 -> {
                    int stop = wire.enter(bytes, at + 1, end);
                    entry(bytes, wire.next, stop);
                    at = stop;
                }
                case 24 -> {
                    currentTs = wire.varint(bytes, at + 1, end);
                    at = wire.next;
                }
                case 34 -> {
                    int stop = wire.enter(bytes, at + 1, end);
                    marketInfo(bytes, wire.next, stop);
                    at = stop;
                }
                default -> at = wire.skip(bytes, at, end);
            }
        }
        return count;
    }

    private void clear() {
        count = 0;
        type = 0;
        currentTs = 0;
        segments = Map.of();
    }

    FeedUpdate update(int number) {
        return updates[number];
    }

    int type() {
        return type;
    }

    /// The server's time of the frame, epoch milliseconds, 0 when absent.
    long currentTs() {
        return currentTs;
    }

    /// Status numbers by segment; empty unless the frame is a market_info.
    Map<String, Integer> segments() {
        return segments;
    }

    private void entry(byte[] bytes, int from, int end) throws InvalidProtocolBufferException {
        FeedUpdate update = fresh();
        int at = from;
        while (at < end) {
            switch (bytes[at]) {
                case 10 -> {
                    int stop = wire.enter(bytes, at + 1, end);
                    update.slot = keys.find(bytes, wire.next, stop - wire.next);
                    at = stop;
                }
                case 18 -> {
                    int stop = wire.enter(bytes, at + 1, end);
                    body.read(bytes, wire.next, stop, update);
                    at = stop;
                }
                default -> at = wire.skip(bytes, at, end);
            }
        }
        count++;
    }

    private FeedUpdate fresh() {
        if (count == updates.length) {
            updates = Arrays.copyOf(updates, count * 2);
            for (int i = count; i < updates.length; i++) {
                updates[i] = new FeedUpdate();
            }
        }
        FeedUpdate update = updates[count];
        update.clear();
        return update;
    }

    /// Rare, so it may allocate.
    private void marketInfo(byte[] bytes, int from, int end) throws InvalidProtocolBufferException {
        Map<String, Integer> found = new LinkedHashMap<>(segments);
        int at = from;
        while (at < end) {
            if (bytes[at] == 10) {
                int stop = wire.enter(bytes, at + 1, end);
                status(bytes, wire.next, stop, found);
                at = stop;
            } else {
                at = wire.skip(bytes, at, end);
            }
        }
        segments = found;
    }

    private void status(byte[] bytes, int from, int end, Map<String, Integer> found)
            throws InvalidProtocolBufferException {
        String segment = "";
        int status = 0;
        int at = from;
        while (at < end) {
            switch (bytes[at]) {
                case 10 -> {
                    int stop = wire.enter(bytes, at + 1, end);
                    segment = new String(bytes, wire.next, stop - wire.next, StandardCharsets.UTF_8);
                    at = stop;
                }
                case 16 -> {
                    status = (int) wire.varint(bytes, at + 1, end);
                    at = wire.next;
                }
                default -> at = wire.skip(bytes, at, end);
            }
        }
        found.put(segment, status);
    }
}
