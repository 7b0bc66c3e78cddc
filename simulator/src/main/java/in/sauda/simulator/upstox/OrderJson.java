package in.sauda.simulator.upstox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.domain.OrderType;
import in.sauda.core.time.IndiaTime;
import in.sauda.simulator.angel.Json;
import in.sauda.simulator.exchange.ExchangeOrder;
import in.sauda.simulator.exchange.OrderSpec;
import in.sauda.simulator.exchange.OrderState;
import in.sauda.simulator.exchange.Trade;
import in.sauda.simulator.master.Contract;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/// Rows of the order book, of the trades and of the portfolio stream (protocol 2.8, 5).
final class OrderJson {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final long EXCHANGE_IDS = 1_300_000_000_000_000L;

    private final WireKeys keys;

    OrderJson(WireKeys keys) {
        this.keys = keys;
    }

    static String stamp(long millis) {
        return STAMP.format(LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), IndiaTime.OFFSET));
    }

    ObjectNode order(ExchangeOrder order, String state) {
        OrderSpec spec = order.spec();
        Contract contract = order.contract();
        boolean reached = order.state() != OrderState.REJECTED;
        return Json.object()
                .put("exchange", WireKeys.exchange(contract))
                .put("product", product(spec.product()))
                .put("price", contract.toRupees(spec.price()))
                .put("quantity", spec.quantity())
                .put("status", state)
                .putNull("guid")
                .put("tag", spec.tag().isEmpty() ? null : spec.tag())
                .put("instrument_token", keys.key(contract).orElse(""))
                .put("placed_by", UpstoxApp.DEMO.userId())
                .put("trading_symbol", WireKeys.symbol(contract))
                .put("tradingsymbol", WireKeys.symbol(contract))
                .put("order_type", type(spec.type()))
                .put("validity", spec.duration())
                .put("trigger_price", contract.toRupees(spec.trigger()))
                .put("disclosed_quantity", 0)
                .put("transaction_type", spec.side().name())
                .put("average_price", order.averageRupees())
                .put("filled_quantity", order.filled())
                .put("pending_quantity", order.state().working() ? order.remaining() : 0)
                .put("status_message", order.text().isEmpty() ? null : order.text())
                .put("status_message_raw", order.text().isEmpty() ? null : order.text())
                .put("exchange_order_id", reached ? Long.toString(EXCHANGE_IDS + order.sequence()) : "")
                .putNull("parent_order_id")
                .put("order_id", order.id())
                .put("variety", "SIMPLE")
                .put("order_timestamp", stamp(order.placedMillis()))
                .put("exchange_timestamp", reached ? stamp(order.updatedMillis()) : null)
                .put("is_amo", order.afterMarket())
                .put("order_request_id", "1")
                .put("order_ref_id", Long.toString(57_744_821_000_000L + order.sequence()));
    }

    ObjectNode update(ExchangeOrder order, String state) {
        ObjectNode row = Json.object().put("update_type", "order");
        row.put("user_id", UpstoxApp.DEMO.userId()).put("userId", UpstoxApp.DEMO.userId());
        ObjectNode book = order(order, state);
        row.setAll(book);
        return row.put("instrument_key", book.path("instrument_token").asText());
    }

    ObjectNode trade(Trade trade) {
        ExchangeOrder order = trade.order();
        Contract contract = order.contract();
        return Json.object()
                .put("exchange", WireKeys.exchange(contract))
                .put("product", product(order.spec().product()))
                .put("trading_symbol", WireKeys.symbol(contract))
                .put("tradingsymbol", WireKeys.symbol(contract))
                .put("instrument_token", keys.key(contract).orElse(""))
                .put("order_type", type(order.spec().type()))
                .put("transaction_type", order.side().name())
                .put("quantity", trade.quantity())
                .put("exchange_order_id", Long.toString(EXCHANGE_IDS + order.sequence()))
                .put("order_id", order.id())
                .put("exchange_timestamp", stamp(trade.millis()))
                .put("average_price", contract.toRupees(trade.price()))
                .put("trade_id", trade.fillId())
                .put("order_ref_id", Long.toString(57_744_821_000_000L + order.sequence()))
                .put("order_timestamp", stamp(order.placedMillis()));
    }

    static String product(String exchangeProduct) {
        return exchangeProduct.equals("INTRADAY") ? "I" : "D";
    }

    private static String type(OrderType type) {
        return switch (type) {
            case LIMIT -> "LIMIT";
            case MARKET -> "MARKET";
            case STOP_LIMIT -> "SL";
            case STOP_MARKET -> "SL-M";
        };
    }
}
