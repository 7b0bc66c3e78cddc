package in.sauda.simulator.angel;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Packets a fault made vanish without a trace. A client cannot know of them, so whoever compares what it knows with
/// the truth asks here first. Safe from any thread.
final class VanishedFrames {
    private static final int EXCHANGE_TYPE = 1;
    private static final int TOKEN = 2;
    private static final int TOKEN_BYTES = 25;
    private static final int EXCHANGE_MILLIS = 35;
    private static final long MINUTE_MILLIS = 60_000;

    private final Map<InstrumentKey, Set<Long>> minutes = new ConcurrentHashMap<>();

    /// Remembers a packet (protocol 4.6); other frames are none of a market's.
    void add(Object frame) {
        if (!(frame instanceof byte[] packet) || packet.length < EXCHANGE_MILLIS + Long.BYTES) {
            return;
        }
        Segment segment = PacketMapper.segment(packet[EXCHANGE_TYPE]);
        if (segment != null) {
            long millis = ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN).getLong(EXCHANGE_MILLIS);
            minutes.computeIfAbsent(new InstrumentKey(segment, token(packet)), key -> ConcurrentHashMap.newKeySet())
                    .add(Math.floorDiv(millis, MINUTE_MILLIS) * MINUTE_MILLIS);
        }
    }

    private static String token(byte[] packet) {
        int end = TOKEN;
        while (end < TOKEN + TOKEN_BYTES && packet[end] != 0) {
            end++;
        }
        return new String(packet, TOKEN, end - TOKEN, StandardCharsets.US_ASCII);
    }

    /// Starts of the minutes in which packets of the instrument vanished, oldest first.
    Set<Long> minutes(InstrumentKey key) {
        return new TreeSet<>(minutes.getOrDefault(key, Set.of()));
    }
}
