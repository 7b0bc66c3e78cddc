package in.sauda.broker.angelone.stream;

import static in.sauda.broker.angelone.stream.FrameLayout.*;

import in.sauda.broker.angelone.mapping.ExchangeTypes;
import in.sauda.core.broker.FrameInspector;
import in.sauda.core.broker.MalformedFrameException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every field of a packet in raw wire units, for people and tools.
public final class SmartStreamInspector implements FrameInspector {
    @Override
    public Map<String, Object> inspect(byte[] frame) throws MalformedFrameException {
        checkShape(frame);
        ByteBuffer wire = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Object> fields = new LinkedHashMap<>();
        int mode = frame[MODE];
        fields.put("mode", mode);
        fields.put("exchangeType", (int) frame[EXCHANGE_TYPE]);
        fields.put("token", token(frame));
        if (mode == MODE_DEPTH_20) {
            depth20(wire, fields);
            return fields;
        }
        last(wire, fields);
        if (mode >= MODE_QUOTE) {
            quote(wire, fields);
        }
        if (mode == MODE_SNAP_QUOTE) {
            snapQuote(wire, fields);
        }
        return fields;
    }

    private static void checkShape(byte[] frame) throws MalformedFrameException {
        if (frame.length == 0) {
            throw new MalformedFrameException("frame is empty", 0);
        }
        int expected = FrameLayout.length(frame[MODE]);
        if (expected < 0) {
            throw new MalformedFrameException("unknown subscription mode " + frame[MODE], MODE);
        }
        if (frame.length > EXCHANGE_TYPE && !ExchangeTypes.known(frame[EXCHANGE_TYPE])) {
            throw new MalformedFrameException("unknown exchange type " + frame[EXCHANGE_TYPE], EXCHANGE_TYPE);
        }
        if (frame.length != expected) {
            throw new MalformedFrameException(
                    "a packet of mode " + frame[MODE] + " has " + expected + " bytes, this frame has " + frame.length,
                    Math.min(frame.length, expected));
        }
    }

    private static String token(byte[] frame) throws MalformedFrameException {
        int end = TOKEN;
        while (end < TOKEN + TOKEN_LENGTH && frame[end] != 0) {
            if (frame[end] <= ' ' || frame[end] == 0x7F) {
                throw new MalformedFrameException("token is not printable ASCII", end);
            }
            end++;
        }
        if (end == TOKEN) {
            throw new MalformedFrameException("token is empty", TOKEN);
        }
        return new String(frame, TOKEN, end - TOKEN, StandardCharsets.US_ASCII);
    }

    private static void last(ByteBuffer wire, Map<String, Object> fields) {
        fields.put("sequenceNumber", wire.getLong(SEQUENCE));
        fields.put("exchangeTimestampMs", wire.getLong(EXCHANGE_TIME));
        fields.put("lastTradedPrice", wire.getLong(LAST_PRICE));
    }

    private static void quote(ByteBuffer wire, Map<String, Object> fields) {
        fields.put("lastTradedQuantity", wire.getLong(LAST_QUANTITY));
        fields.put("averageTradedPrice", wire.getLong(AVERAGE_PRICE));
        fields.put("volumeToday", wire.getLong(VOLUME));
        fields.put("totalBuyQuantity", wire.getDouble(TOTAL_BUY));
        fields.put("totalSellQuantity", wire.getDouble(TOTAL_SELL));
        fields.put("open", wire.getLong(OPEN));
        fields.put("high", wire.getLong(HIGH));
        fields.put("low", wire.getLong(LOW));
        fields.put("close", wire.getLong(CLOSE));
    }

    private static void snapQuote(ByteBuffer wire, Map<String, Object> fields) throws MalformedFrameException {
        fields.put("lastTradedTimestampSec", wire.getLong(LAST_TRADE_TIME));
        fields.put("openInterest", wire.getLong(OPEN_INTEREST));
        fields.put("openInterestChangePercent", wire.getDouble(OPEN_INTEREST_CHANGE));
        bestFive(wire, fields);
        fields.put("upperCircuit", wire.getLong(UPPER_CIRCUIT));
        fields.put("lowerCircuit", wire.getLong(LOWER_CIRCUIT));
        fields.put("fiftyTwoWeekHigh", wire.getLong(YEAR_HIGH));
        fields.put("fiftyTwoWeekLow", wire.getLong(YEAR_LOW));
    }

    private static void bestFive(ByteBuffer wire, Map<String, Object> fields) throws MalformedFrameException {
        List<Map<String, Object>> buys = new ArrayList<>();
        List<Map<String, Object>> sells = new ArrayList<>();
        for (int entry = 0; entry < BEST_FIVE_ENTRIES; entry++) {
            int at = BEST_FIVE + entry * LEVEL_LENGTH;
            short flag = wire.getShort(at + LEVEL_FLAG);
            if (flag != FLAG_BUY && flag != FLAG_SELL) {
                throw new MalformedFrameException("depth flag is " + flag + ", neither buy (1) nor sell (0)", at);
            }
            Map<String, Object> level = new LinkedHashMap<>();
            level.put("flag", (int) flag);
            level.put("quantity", wire.getLong(at + LEVEL_QUANTITY));
            level.put("price", wire.getLong(at + LEVEL_PRICE));
            level.put("orders", Short.toUnsignedInt(wire.getShort(at + LEVEL_ORDERS)));
            (flag == FLAG_BUY ? buys : sells).add(level);
        }
        fields.put("buys", buys);
        fields.put("sells", sells);
    }

    private static void depth20(ByteBuffer wire, Map<String, Object> fields) {
        fields.put("exchangeTimestampMs", wire.getLong(DEPTH_20_EXCHANGE_TIME));
        fields.put("packetReceivedTime", wire.getLong(DEPTH_20_RECEIVED_TIME));
        fields.put("buys", twentyLevels(wire, DEPTH_20_BUYS));
        fields.put("sells", twentyLevels(wire, DEPTH_20_SELLS));
    }

    private static List<Map<String, Object>> twentyLevels(ByteBuffer wire, int start) {
        List<Map<String, Object>> levels = new ArrayList<>(DEPTH_20_LEVELS);
        for (int i = 0; i < DEPTH_20_LEVELS; i++) {
            int at = start + i * DEPTH_20_LEVEL_LENGTH;
            Map<String, Object> level = new LinkedHashMap<>();
            level.put("quantity", wire.getInt(at));
            level.put("price", wire.getInt(at + DEPTH_20_LEVEL_PRICE));
            level.put("orders", Short.toUnsignedInt(wire.getShort(at + DEPTH_20_LEVEL_ORDERS)));
            levels.add(level);
        }
        return levels;
    }
}
