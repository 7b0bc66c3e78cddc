package in.sauda.broker.upstox.stream;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads one frame of the feed into reused updates, without allocating.
///
/// Frames are copied one behind the other into a window, because protobuf's reader cannot go back: it is made
/// anew only when the window is full. Whatever this version does not know is skipped; what is cut off or is no
/// protobuf is an exception, and nothing of such a frame may be used. Not thread-safe.
final class FrameReader {
    static final int LARGEST_FRAME = 8 << 20;
    private static final int FIRST_WINDOW = 256 << 10;

    private byte[] window = new byte[FIRST_WINDOW];
    private CodedInputStream in = CodedInputStream.newInstance(window);
    /// Where in the window the present reader began.
    private int origin;
    private int next;
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

    /// Makes room for a frame of at most {@link #LARGEST_FRAME} bytes; copy it to this offset of the window.
    int reserve(int length) {
        if (length > window.length) {
            window = new byte[Integer.highestOneBit(length) * 2];
            restart(0);
        } else if (length > window.length - next) {
            restart(0);
        }
        int at = next;
        next += length;
        return at;
    }

    byte[] window() {
        return window;
    }

    private void restart(int at) {
        next = at;
        origin = at;
        in = CodedInputStream.newInstance(window, at, window.length - at);
    }

    private int position() {
        return origin + in.getTotalBytesRead();
    }

    /// Reads the frame that was copied to what {@link #reserve} returned.
    ///
    /// @return number of updates in it
    /// @throws IOException when the bytes are not such a message; {@link #offset} tells how far it could be read
    int read(int at, int length) throws IOException {
        if (position() != at) {
            int end = next;
            restart(at);
            next = end;
        }
        clear();
        int outer = in.pushLimit(length);
        while (true) {
            int tag = in.readTag();
            switch (tag) {
                case 0 -> {
                    in.popLimit(outer);
                    return count;
                }
                case 8 -> type = in.readEnum();
                case 18 -> entry();
                case 24 -> currentTs = in.readInt64();
                case 34 -> marketInfo();
                default -> FeedBody.skip(in, tag);
            }
        }
    }

    /// How many bytes of the frame at {@code at} were understood when reading it failed.
    int offset(int at) {
        return Math.max(0, position() - at);
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

    private void entry() throws IOException {
        if (count == updates.length) {
            updates = Arrays.copyOf(updates, count * 2);
            for (int i = count; i < updates.length; i++) {
                updates[i] = new FeedUpdate();
            }
        }
        FeedUpdate update = updates[count];
        update.clear();
        int outer = FeedBody.enter(in);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 10 -> {
                    int length = in.readRawVarint32();
                    int from = position();
                    in.skipRawBytes(length);
                    update.slot = keys.find(window, from, length);
                }
                case 18 -> FeedBody.read(in, update);
                default -> FeedBody.skip(in, tag);
            }
        }
        in.popLimit(outer);
        count++;
    }

    /// Rare, so it may allocate.
    private void marketInfo() throws IOException {
        Map<String, Integer> found = new LinkedHashMap<>(segments);
        int outer = FeedBody.enter(in);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == 10) {
                status(found);
            } else {
                FeedBody.skip(in, tag);
            }
        }
        in.popLimit(outer);
        segments = found;
    }

    private void status(Map<String, Integer> found) throws IOException {
        String segment = "";
        int status = 0;
        int outer = FeedBody.enter(in);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 10 -> segment = in.readStringRequireUtf8();
                case 16 -> status = in.readEnum();
                default -> FeedBody.skip(in, tag);
            }
        }
        in.popLimit(outer);
        found.put(segment, status);
    }
}
