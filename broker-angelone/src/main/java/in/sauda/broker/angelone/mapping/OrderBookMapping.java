package in.sauda.broker.angelone.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.broker.AccountSnapshot.BookedPosition;
import in.sauda.core.broker.AccountSnapshot.Status;
import in.sauda.core.broker.support.BookRow;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.core.time.IndiaTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/// Rows of getOrderBook and getPosition. An order whose state or side is not understood is an error, never a
/// guess.
public final class OrderBookMapping {
    private static final DateTimeFormatter STAMP = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("dd-MMM-yyyy HH:mm:ss")
            .toFormatter(Locale.ENGLISH);

    private OrderBookMapping() {}

    /// The raw rows, to be mapped one by one.
    ///
    /// @throws UnreadableException when the payload is not a list
    public static List<JsonNode> rows(JsonNode data) {
        return WireValues.rows(data);
    }

    /// @throws UnreadableException when the row makes no sense
    public static BookRow order(JsonNode row) {
        Segment segment = segment(row);
        int decimals = segment.priceDecimals();
        String state = WireValues.text(row, "orderstatus").isEmpty()
                ? WireValues.text(row, "status")
                : WireValues.text(row, "orderstatus");
        BookedOrder order = new BookedOrder(
                required(row, "orderid"),
                WireValues.text(row, "ordertag"),
                new InstrumentKey(segment, token(row)),
                WireValues.text(row, "tradingsymbol"),
                side(row),
                type(WireValues.text(row, "ordertype")),
                product(required(row, "producttype")),
                WireValues.whole(row, "quantity"),
                WireValues.whole(row, "filledshares"),
                WireValues.price(row, "price", decimals),
                WireValues.price(row, "triggerprice", decimals),
                WireValues.price(row, "averageprice", decimals),
                status(state),
                WireValues.text(row, "text"),
                updated(row));
        return new BookRow(order, order.triggerPrice(), variety(WireValues.text(row, "variety")), changing(state));
    }

    /// @throws UnreadableException when the row makes no sense
    public static BookedPosition position(JsonNode row) {
        Segment segment = segment(row);
        int decimals = segment.priceDecimals();
        long carriedBuys = WireValues.whole(row, "cfbuyqty");
        long carriedSells = WireValues.whole(row, "cfsellqty");
        long bought = WireValues.whole(row, "buyqty") + carriedBuys;
        long sold = WireValues.whole(row, "sellqty") + carriedSells;
        BigDecimal buyAverage = average(row, "totalbuyavgprice", "buyavgprice");
        BigDecimal sellAverage = average(row, "totalsellavgprice", "sellavgprice");
        return new BookedPosition(
                new InstrumentKey(segment, token(row)),
                WireValues.text(row, "tradingsymbol"),
                product(required(row, "producttype")),
                WireValues.whole(row, "netqty"),
                carriedBuys - carriedSells,
                bought,
                sold,
                WireValues.fixed(buyAverage, decimals, "buy average"),
                WireValues.fixed(sellAverage, decimals, "sell average"),
                WireValues.price(row, "ltp", decimals),
                realised(row, Math.min(bought, sold), sellAverage.subtract(buyAverage)),
                WireValues.paiseIfStated(row, "unrealised"));
    }

    /// The broker's own figure, or matched quantity times the difference of the averages where it leaves it
    /// out.
    private static long realised(JsonNode row, long matched, BigDecimal difference) {
        String own = WireValues.text(row, "realised");
        return own.isEmpty()
                ? WireValues.fixed(difference.multiply(BigDecimal.valueOf(matched)), 2, "realised")
                : WireValues.paise(row, "realised");
    }

    private static BigDecimal average(JsonNode row, String overall, String day) {
        BigDecimal value = WireValues.decimal(row, overall);
        return value.signum() == 0 ? WireValues.decimal(row, day) : value.setScale(8, RoundingMode.HALF_UP);
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
                    "pending",
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
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "modify pending",
                    "modify validation pending",
                    "cancel pending",
                    "modify after market order req received" -> true;
            default -> false;
        };
    }

    /// The book says AMO for what was sent, and has to be cancelled, as NORMAL.
    private static String variety(String booked) {
        return booked.isEmpty() || booked.equals("AMO") ? "NORMAL" : booked;
    }

    static Side side(JsonNode row) {
        return switch (WireValues.text(row, "transactiontype").toUpperCase(Locale.ROOT)) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw new UnreadableException("an order is neither BUY nor SELL");
        };
    }

    /// The type only labels the row; one that is not known is shown as a limit order.
    private static OrderType type(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "MARKET" -> OrderType.MARKET;
            case "STOPLOSS_LIMIT" -> OrderType.STOP_LIMIT;
            case "STOPLOSS_MARKET" -> OrderType.STOP_MARKET;
            default -> OrderType.LIMIT;
        };
    }

    /// MARGIN and BO are kept overnight or closed like the nearest of ours.
    static Product product(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "DELIVERY" -> Product.DELIVERY;
            case "CARRYFORWARD", "MARGIN" -> Product.CARRY_FORWARD;
            case "INTRADAY", "BO", "CO" -> Product.INTRADAY;
            default -> throw new UnreadableException("unknown product " + name);
        };
    }

    static Segment segment(JsonNode row) {
        return segment(required(row, "exchange"));
    }

    static Segment segment(String name) {
        for (Segment segment : Segment.values()) {
            if (segment.name().equals(name)) {
                return segment;
            }
        }
        throw new UnreadableException("unknown exchange " + name);
    }

    /// Old rows come without a token; the trading symbol then stands in for it.
    private static String token(JsonNode row) {
        String token = WireValues.text(row, "symboltoken");
        return token.isEmpty() ? required(row, "tradingsymbol") : token;
    }

    static String required(JsonNode row, String field) {
        String value = WireValues.text(row, field);
        if (value.isEmpty()) {
            throw new UnreadableException(field + " is missing");
        }
        return value;
    }

    /// Latest time the row carries, or 0.
    private static long updated(JsonNode row) {
        for (String field : List.of("exchorderupdatetime", "updatetime", "exchtime")) {
            String stamp = WireValues.text(row, field);
            if (!stamp.isEmpty()) {
                return millis(stamp);
            }
        }
        return 0;
    }

    static long millis(String stamp) {
        try {
            return LocalDateTime.parse(stamp, STAMP).toInstant(IndiaTime.OFFSET).toEpochMilli();
        } catch (DateTimeParseException notATime) {
            throw new UnreadableException("order time " + stamp + " is not a time", notATime);
        }
    }
}
