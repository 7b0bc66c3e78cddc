package in.sauda.simulator.angel;

import in.sauda.simulator.market.BookLevel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes packets in the little-endian layout of protocol 4.6.
final class PacketEncoder {
    static final int LTP = 1;
    static final int QUOTE = 2;
    static final int SNAP_QUOTE = 3;
    static final int DEPTH20 = 4;
    private static final int DEPTH20_LENGTH = 443;
    private static final int DEEP_LEVELS = 20;
    private static final int[] LENGTHS = {0, 51, 123, 379};
    private static final int TOKEN_OFFSET = 2;
    private static final int TOKEN_LENGTH = 25;
    private static final int LEVELS = 5;
    private static final short BUY = 1;
    private static final short SELL = 0;

    private PacketEncoder() {}

    static byte[] encode(Packet packet) {
        byte[] bytes = new byte[LENGTHS[packet.mode()]];
        ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) packet.mode()).put((byte) packet.exchangeType());
        byte[] token = packet.token().getBytes(StandardCharsets.US_ASCII);
        out.put(token, 0, Math.min(token.length, TOKEN_LENGTH));
        out.position(TOKEN_OFFSET + TOKEN_LENGTH);
        out.putLong(packet.sequence()).putLong(packet.exchangeMillis()).putLong(packet.last());
        if (packet.mode() >= QUOTE) {
            quote(out, packet);
        }
        if (packet.mode() == SNAP_QUOTE) {
            snapshot(out, packet);
        }
        return bytes;
    }

    private static void quote(ByteBuffer out, Packet packet) {
        out.putLong(packet.lastQuantity()).putLong(packet.averagePrice()).putLong(packet.volume());
        out.putDouble(packet.totalBuy()).putDouble(packet.totalSell());
        out.putLong(packet.open()).putLong(packet.high()).putLong(packet.low()).putLong(packet.close());
    }

    private static void snapshot(ByteBuffer out, Packet packet) {
        out.putLong(packet.lastTradeSecond()).putLong(packet.openInterest());
        out.putDouble(packet.openInterestChangePercent());
        levels(out, packet.buys(), BUY);
        levels(out, packet.sells(), SELL);
        out.putLong(packet.upperCircuit()).putLong(packet.lowerCircuit());
        out.putLong(packet.yearHigh()).putLong(packet.yearLow());
    }

    /// The twenty-level packet: neither sequence nor price, 32-bit quantities and prices.
    static byte[] depth20(Packet packet) {
        byte[] bytes = new byte[DEPTH20_LENGTH];
        ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) DEPTH20).put((byte) packet.exchangeType());
        byte[] token = packet.token().getBytes(StandardCharsets.US_ASCII);
        out.put(token, 0, Math.min(token.length, TOKEN_LENGTH));
        out.position(TOKEN_OFFSET + TOKEN_LENGTH);
        out.putLong(packet.exchangeMillis()).putLong(packet.exchangeMillis());
        deepLevels(out, packet.buys());
        deepLevels(out, packet.sells());
        return bytes;
    }

    private static void deepLevels(ByteBuffer out, List<BookLevel> levels) {
        for (int i = 0; i < DEEP_LEVELS; i++) {
            BookLevel level = i < levels.size() ? levels.get(i) : new BookLevel(0, 0, 0);
            out.putInt((int) level.quantity()).putInt((int) level.price()).putShort((short) level.orders());
        }
    }

    private static void levels(ByteBuffer out, List<BookLevel> levels, short side) {
        for (int i = 0; i < LEVELS; i++) {
            BookLevel level = i < levels.size() ? levels.get(i) : new BookLevel(0, 0, 0);
            out.putShort(side).putLong(level.quantity()).putLong(level.price()).putShort((short) level.orders());
        }
    }
}
