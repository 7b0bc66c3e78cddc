package in.sauda.broker.upstox.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.broker.AccountSnapshot.BookedPosition;
import in.sauda.core.broker.AccountSnapshot.Status;
import in.sauda.core.broker.BookedTrade;
import in.sauda.core.broker.support.BookRow;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// Rows of the order book, of the trades and of the positions, and the same rows as they are pushed. An order
/// whose state or side is not understood is an error, never a guess.
public final class OrderMapping {
    private final KeyBook keys;

    public OrderMapping(KeyBook keys) {
        this.keys = keys;
    }

    /// @throws UnreadableException when the row makes no sense
    public BookRow order(JsonNode row) {
        InstrumentKey key = key(row);
        int decimals = key.segment().priceDecimals();
        String state = WireValues.required(row, "status");
        BookedOrder order = new BookedOrder(
                WireValues.required(row, "order_id"),
                WireValues.text(row, "tag"),
                key,
                WireValues.first(row, "trading_symbol", "tradingsymbol"),
                side(row),
                type(WireValues.text(row, "order_type")),
                product(WireValues.required(row, "product"), key.segment()),
                WireValues.whole(row, "quantity"),
                WireValues.whole(row, "filled_quantity"),
                WireValues.price(row, "price", decimals),
                WireValues.price(row, "trigger_price", decimals),
                WireValues.price(row, "average_price", decimals),
                status(state),
                WireValues.first(row, "status_message", "status_message_raw"),
                WireValues.stamp(WireValues.first(row, "exchange_timestamp", "order_timestamp")));
        return new BookRow(order, order.triggerPrice(), "", changing(state));
    }

    private InstrumentKey key(JsonNode row) {
        String wire = WireValues.first(row, "instrument_token", "instrument_key");
        return keys.key(wire).orElseThrow(() -> new UnreadableException("unknown instrument " + wire));
    }

    /// @throws UnreadableException when the row makes no sense
    public BookedPosition position(JsonNode row) {
        InstrumentKey key = key(row);
        int decimals = key.segment().priceDecimals();
        long overnight = WireValues.whole(row, "overnight_quantity");
        long carriedBuys = Math.max(0, overnight);
        long carriedSells = Math.max(0, -overnight);
        long bought = WireValues.whole(row, "day_buy_quantity") + carriedBuys;
        long sold = WireValues.whole(row, "day_sell_quantity") + carriedSells;
        return new BookedPosition(
                key,
                WireValues.first(row, "trading_symbol", "tradingsymbol"),
                product(WireValues.required(row, "product"), key.segment()),
                WireValues.whole(row, "quantity"),
                overnight,
                bought,
                sold,
                WireValues.fixed(average(row, "buy_price", "buy_value", bought), decimals, "buy price"),
                WireValues.fixed(average(row, "sell_price", "sell_value", sold), decimals, "sell price"),
                WireValues.price(row, "last_price", decimals),
                WireValues.paise(row, "realised"),
                WireValues.paiseIfStated(row, "unrealised"));
    }

    /// The average of the whole day; where the broker leaves it at 0, its value divided by the quantity.
    private static BigDecimal average(JsonNode row, String price, String value, long quantity) {
        BigDecimal stated = WireValues.decimal(row, price);
        return stated.signum() != 0 || quantity == 0
                ? stated
                : WireValues.decimal(row, value)
                        .divide(BigDecimal.valueOf(quantity), 8, java.math.RoundingMode.HALF_UP);
    }

    /// @throws UnreadableException when the row makes no sense
    public BookedTrade trade(JsonNode row) {
        InstrumentKey key = key(row);
        int decimals = key.segment().priceDecimals();
        BigDecimal price = WireValues.decimal(row, "average_price");
        long quantity = WireValues.whole(row, "quantity");
        return new BookedTrade(
                WireValues.required(row, "order_id"),
                WireValues.text(row, "trade_id"),
                key,
                key.segment(),
                WireValues.first(row, "trading_symbol", "tradingsymbol"),
                side(row),
                product(WireValues.required(row, "product"), key.segment()),
                quantity,
                WireValues.fixed(price, decimals, "trade price"),
                WireValues.fixed(price.multiply(BigDecimal.valueOf(quantity)), 2, "trade value"),
                WireValues.stamp(WireValues.first(row, "exchange_timestamp", "order_timestamp")));
    }

    static Side side(JsonNode row) {
        return switch (WireValues.text(row, "transaction_type").toUpperCase(Locale.ROOT)) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw new UnreadableException("an order is neither BUY nor SELL");
        };
    }

    /// The type only labels the row; one that is not known is shown as a limit order.
    private static OrderType type(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "MARKET" -> OrderType.MARKET;
            case "SL" -> OrderType.STOP_LIMIT;
            case "SL-M" -> OrderType.STOP_MARKET;
            default -> OrderType.LIMIT;
        };
    }

    /// D is delivery for shares and carrying for contracts.
    static Product product(String name, Segment segment) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "I", "CO", "OCO" -> Product.INTRADAY;
            case "D", "MTF" -> segment.derivative() ? Product.CARRY_FORWARD : Product.DELIVERY;
            default -> throw new UnreadableException("unknown product " + name);
        };
    }

    private static Status status(String state) {
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "open",
                    "modify pending",
                    "modified",
                    "modify validation pending",
                    "not modified",
                    "cancel pending",
                    "not cancelled" -> Status.OPEN;
            case "open pending",
                    "validation pending",
                    "put order req received",
                    "after market order req received",
                    "modify after market order req received" -> Status.PENDING;
            case "trigger pending" -> Status.TRIGGER_PENDING;
            case "complete" -> Status.COMPLETE;
            case "cancelled", "cancelled after market order" -> Status.CANCELLED;
            case "rejected" -> Status.REJECTED;
            default -> throw new UnreadableException("unknown order status \"" + state + "\"");
        };
    }

    private static boolean changing(String state) {
        return List.of(
                        "modify pending",
                        "modify validation pending",
                        "cancel pending",
                        "modify after market order req received")
                .contains(state.toLowerCase(Locale.ROOT));
    }
}
