package in.sauda.simulator.angel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.domain.OrderType;
import in.sauda.simulator.exchange.ExchangeOrder;
import in.sauda.simulator.exchange.OrderChange;
import in.sauda.simulator.exchange.OrderSpec;
import in.sauda.simulator.exchange.OrderState;
import in.sauda.simulator.exchange.Trade;
import in.sauda.simulator.master.Contract;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/// Rows of the order book and the trade book, mixing numbers and strings as the real ones do (protocol 1.12).
final class OrderJson {
    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern("ddMMMuuuu", Locale.ENGLISH);

    private final LongSupplier skewMillis;

    /// @param skewMillis how far the server's clock is off
    OrderJson(LongSupplier skewMillis) {
        this.skewMillis = skewMillis;
    }

    private String stamp(long epochMillis) {
        return WireTime.stamp(epochMillis + skewMillis.getAsLong());
    }

    ObjectNode order(ExchangeOrder order) {
        OrderSpec spec = order.spec();
        Contract contract = spec.contract();
        ObjectNode row = Json.object()
                .put("variety", order.afterMarket() ? "AMO" : spec.variety())
                .put("ordertype", type(spec.type()))
                .put("producttype", spec.product())
                .put("duration", spec.duration())
                .put("price", contract.toRupees(spec.price()))
                .put("triggerprice", contract.toRupees(spec.trigger()))
                .put("quantity", Long.toString(spec.quantity()))
                .put("disclosedquantity", "0")
                .put("squareoff", 0.0)
                .put("stoploss", 0.0)
                .put("trailingstoploss", 0.0)
                .put("tradingsymbol", contract.symbol())
                .put("transactiontype", spec.side().name())
                .put("exchange", contract.segment().name())
                .put("symboltoken", contract.token())
                .put("ordertag", spec.tag())
                .put("instrumenttype", contract.type())
                .put("strikeprice", option(contract) ? contract.toRupees(contract.strike()) : -1.0)
                .put("optiontype", optionType(contract))
                .put("expirydate", expiry(contract))
                .put("lotsize", Integer.toString(contract.lotSize()))
                .put("cancelsize", Long.toString(order.cancelledQuantity()))
                .put("averageprice", rounded(order.averageRupees()))
                .put("filledshares", Long.toString(order.filled()))
                .put("unfilledshares", Long.toString(order.remaining()));
        return tail(row, order);
    }

    private ObjectNode tail(ObjectNode row, ExchangeOrder order) {
        String state = order.state().wire();
        boolean reached = order.state() != OrderState.REJECTED;
        String updated = stamp(order.updatedMillis());
        return row.put("orderid", order.id())
                .put("text", order.text())
                .put("status", state)
                .put("orderstatus", state)
                .put("updatetime", updated)
                .put("exchtime", reached ? stamp(order.placedMillis()) : "")
                .put("exchorderupdatetime", reached ? updated : "")
                .put("fillid", "")
                .put("filltime", "")
                .put("parentorderid", "")
                .put("uniqueorderid", order.uniqueId())
                .put("exchangeorderid", reached ? Long.toString(1_100_000_000_000_000L + order.sequence()) : "")
                .put("algoID", "99999");
    }

    private static final List<String> UPDATE_KEYS = List.of(
            "variety",
            "ordertype",
            "ordertag",
            "producttype",
            "price",
            "triggerprice",
            "quantity",
            "disclosedquantity",
            "duration",
            "squareoff",
            "stoploss",
            "trailingstoploss",
            "tradingsymbol",
            "transactiontype",
            "exchange",
            "symboltoken",
            "instrumenttype",
            "strikeprice",
            "optiontype",
            "expirydate",
            "lotsize",
            "cancelsize",
            "averageprice",
            "filledshares",
            "unfilledshares",
            "orderid",
            "text",
            "status",
            "orderstatus",
            "updatetime",
            "exchtime",
            "exchorderupdatetime",
            "fillid",
            "filltime",
            "parentorderid");
    private static final Set<String> NUMBERS =
            Set.of("price", "triggerprice", "squareoff", "stoploss", "trailingstoploss", "strikeprice", "averageprice");

    /// The order object of the update socket: the book's values in the socket's own order of keys (protocol 5.2).
    ObjectNode update(ExchangeOrder order, OrderChange change, Optional<Trade> trade) {
        ObjectNode book = order(order);
        book.put("status", change.wire()).put("orderstatus", change.wire());
        trade.ifPresent(latest -> book.put("fillid", latest.fillId()).put("filltime", WireTime.clock(latest.millis())));
        ObjectNode row = Json.object();
        UPDATE_KEYS.forEach(key -> row.set(key, book.path(key)));
        return row;
    }

    /// The empty order object of the greeting.
    static ObjectNode noUpdate() {
        ObjectNode row = Json.object();
        for (String key : UPDATE_KEYS) {
            if (NUMBERS.contains(key)) {
                row.put(key, 0.0);
            } else {
                row.put(key, key.equals("quantity") || key.equals("lotsize") ? "0" : "");
            }
        }
        return row;
    }

    static ObjectNode trade(Trade trade) {
        ExchangeOrder order = trade.order();
        Contract contract = order.contract();
        double price = contract.toRupees(trade.price());
        return Json.object()
                .put("exchange", contract.segment().name())
                .put("producttype", order.spec().product())
                .put("tradingsymbol", contract.symbol())
                .put("instrumenttype", contract.type())
                .put("symbolgroup", group(contract))
                .put("strikeprice", option(contract) ? plain(contract.toRupees(contract.strike())) : "-1")
                .put("optiontype", optionType(contract))
                .put("expirydate", expiry(contract))
                .put("marketlot", Integer.toString(contract.lotSize()))
                .put("precision", contract.scale() == 100 ? "2" : "4")
                .put("multiplier", "-1")
                .put("tradevalue", plain(price * trade.quantity()))
                .put("transactiontype", order.side().name())
                .put("fillprice", plain(price))
                .put("fillsize", Long.toString(trade.quantity()))
                .put("orderid", order.id())
                .put("fillid", trade.fillId())
                .put("filltime", WireTime.clock(trade.millis()));
    }

    static boolean option(Contract contract) {
        return contract.kind() == Contract.Kind.OPTION;
    }

    static String optionType(Contract contract) {
        return contract.optionType() == null ? "" : contract.optionType().name();
    }

    static String expiry(Contract contract) {
        LocalDate expiry = contract.expiry();
        return expiry == null ? "" : EXPIRY.format(expiry).toUpperCase(Locale.ENGLISH);
    }

    static String group(Contract contract) {
        return contract.kind() == Contract.Kind.CASH ? "EQ" : "XX";
    }

    /// Two decimals, the precision of the wire's amounts.
    static String plain(double rupees) {
        return String.format(Locale.ENGLISH, "%.2f", rupees);
    }

    private static double rounded(double rupees) {
        return Math.round(rupees * 10_000) / 10_000.0;
    }

    private static String type(OrderType type) {
        return switch (type) {
            case LIMIT -> "LIMIT";
            case MARKET -> "MARKET";
            case STOP_LIMIT -> "STOPLOSS_LIMIT";
            case STOP_MARKET -> "STOPLOSS_MARKET";
        };
    }
}
