package in.sauda.bench.decode;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// In the manner of a broker's client library: each field cut out as bytes of its own and boxed, prices as
/// decimals in
/// rupees, a mutable object handed to a listener.
final class ClientLibraryParser {
    private static final int PRICE_DECIMALS = 2;
    private static final int TOKEN_START = 2;
    private static final int TOKEN_END = 27;
    private static final int DEPTH_START = 147;
    private static final int LEVEL_BYTES = 20;
    private static final int LEVELS = 5;

    private final Consumer<SnapQuote> listener;

    ClientLibraryParser(Consumer<SnapQuote> listener) {
        this.listener = listener;
    }

    record Level(Short side, Long quantity, BigDecimal price, Short orders) {}

    /// One tick as such libraries model it.
    static final class SnapQuote {
        String token = "";
        Byte exchangeType = 0;
        Long sequence = 0L;
        Long exchangeMillis = 0L;
        Long lastTradeSeconds = 0L;
        BigDecimal lastPrice = BigDecimal.ZERO;
        BigDecimal averagePrice = BigDecimal.ZERO;
        BigDecimal open = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal close = BigDecimal.ZERO;
        BigDecimal upperCircuit = BigDecimal.ZERO;
        BigDecimal lowerCircuit = BigDecimal.ZERO;
        BigDecimal yearHigh = BigDecimal.ZERO;
        BigDecimal yearLow = BigDecimal.ZERO;
        Long lastQuantity = 0L;
        Long volume = 0L;
        Long openInterest = 0L;
        Double totalBuy = 0.0;
        Double totalSell = 0.0;
        Double openInterestChange = 0.0;
        List<Level> buys = List.of();
        List<Level> sells = List.of();
    }

    void onBinary(byte[] frame) {
        SnapQuote quote = new SnapQuote();
        quote.exchangeType = frame[1];
        quote.token = new String(Arrays.copyOfRange(frame, TOKEN_START, TOKEN_END), StandardCharsets.UTF_8).trim();
        quote.sequence = integer(frame, 27);
        quote.exchangeMillis = integer(frame, 35);
        quote.lastPrice = price(frame, 43);
        quote.lastQuantity = integer(frame, 51);
        quote.averagePrice = price(frame, 59);
        quote.volume = integer(frame, 67);
        quote.totalBuy = fraction(frame, 75);
        quote.totalSell = fraction(frame, 83);
        quote.open = price(frame, 91);
        quote.high = price(frame, 99);
        quote.low = price(frame, 107);
        quote.close = price(frame, 115);
        quote.lastTradeSeconds = integer(frame, 123);
        quote.openInterest = integer(frame, 131);
        quote.openInterestChange = fraction(frame, 139);
        quote.buys = levels(frame, DEPTH_START);
        quote.sells = levels(frame, DEPTH_START + LEVELS * LEVEL_BYTES);
        quote.upperCircuit = price(frame, 347);
        quote.lowerCircuit = price(frame, 355);
        quote.yearHigh = price(frame, 363);
        quote.yearLow = price(frame, 371);
        listener.accept(quote);
    }

    private static List<Level> levels(byte[] frame, int start) {
        List<Level> levels = new ArrayList<>();
        for (int at = start; at < start + LEVELS * LEVEL_BYTES; at += LEVEL_BYTES) {
            levels.add(
                    new Level(small(frame, at), integer(frame, at + 2), price(frame, at + 10), small(frame, at + 18)));
        }
        return levels;
    }

    private static ByteBuffer field(byte[] frame, int offset, int length) {
        return ByteBuffer.wrap(Arrays.copyOfRange(frame, offset, offset + length))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Long integer(byte[] frame, int offset) {
        return field(frame, offset, Long.BYTES).getLong();
    }

    private static Short small(byte[] frame, int offset) {
        return field(frame, offset, Short.BYTES).getShort();
    }

    private static Double fraction(byte[] frame, int offset) {
        return field(frame, offset, Double.BYTES).getDouble();
    }

    private static BigDecimal price(byte[] frame, int offset) {
        return BigDecimal.valueOf(integer(frame, offset), PRICE_DECIMALS);
    }
}
