package in.sauda.bench.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What one writes first: a buffer read from front to back into a record with lists of levels.
final class PlainParser {
    private static final int TOKEN_BYTES = 25;
    private static final int LEVELS = 5;

    private PlainParser() {}

    record Level(long quantity, long price, int orders) {}

    record Quote(
            int mode,
            int exchangeType,
            String token,
            long sequence,
            long exchangeMillis,
            long lastPrice,
            long lastQuantity,
            long averagePrice,
            long volume,
            double totalBuy,
            double totalSell,
            long open,
            long high,
            long low,
            long close,
            long lastTradeSeconds,
            long openInterest,
            double openInterestChange,
            List<Level> buys,
            List<Level> sells,
            long upperCircuit,
            long lowerCircuit,
            long yearHigh,
            long yearLow) {}

    static Quote parse(byte[] frame) {
        ByteBuffer in = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        return new Quote(
                in.get(),
                in.get(),
                token(in),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getDouble(),
                in.getDouble(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getDouble(),
                levels(in),
                levels(in),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong());
    }

    private static String token(ByteBuffer in) {
        byte[] bytes = new byte[TOKEN_BYTES];
        in.get(bytes);
        int length = 0;
        while (length < TOKEN_BYTES && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }

    private static List<Level> levels(ByteBuffer in) {
        List<Level> levels = new ArrayList<>(LEVELS);
        for (int i = 0; i < LEVELS; i++) {
            in.getShort();
            levels.add(new Level(in.getLong(), in.getLong(), in.getShort()));
        }
        return levels;
    }
}
