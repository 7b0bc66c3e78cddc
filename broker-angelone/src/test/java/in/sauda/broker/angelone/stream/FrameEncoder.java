package in.sauda.broker.angelone.stream;

import in.sauda.core.feed.MarketEvent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Builds packets by appending field after field in the order of the documented table, independently of the
/// offsets the decoder uses.
public final class FrameEncoder {
    private FrameEncoder() {}

    /// @param event values to send; quantities, prices and times as the event has them
    /// @param mode 1, 2 or 3
    public static byte[] encode(int mode, int exchangeType, String token, MarketEvent event) {
        ByteBuffer out = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) mode).put((byte) exchangeType);
        byte[] name = token.getBytes(StandardCharsets.US_ASCII);
        out.put(name).put(new byte[25 - name.length]);
        out.putLong(event.sequence).putLong(event.exchangeMillis).putLong(event.lastPrice);
        if (mode >= 2) {
            out.putLong(event.lastQuantity).putLong(event.averagePrice).putLong(event.volume);
            out.putDouble((double) event.totalBuyQuantity).putDouble((double) event.totalSellQuantity);
            out.putLong(event.open).putLong(event.high).putLong(event.low).putLong(event.previousClose);
        }
        if (mode == 3) {
            out.putLong(event.lastTradeMillis / 1000)
                    .putLong(event.openInterest)
                    .putDouble(0.5);
            for (int i = 0; i < 5; i++) {
                level(out, 1, event.bidQuantity[i], event.bidPrice[i], event.bidOrders[i]);
            }
            for (int i = 0; i < 5; i++) {
                level(out, 0, event.askQuantity[i], event.askPrice[i], event.askOrders[i]);
            }
            out.putLong(event.upperCircuit)
                    .putLong(event.lowerCircuit)
                    .putLong(0)
                    .putLong(0);
        }
        byte[] frame = new byte[out.position()];
        out.flip().get(frame);
        return frame;
    }

    private static void level(ByteBuffer out, int flag, long quantity, long price, int orders) {
        out.putShort((short) flag).putLong(quantity).putLong(price).putShort((short) orders);
    }
}
