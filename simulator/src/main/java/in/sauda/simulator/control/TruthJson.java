package in.sauda.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.candles.Candle;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.simulator.Simulator;
import in.sauda.simulator.Truth;
import in.sauda.simulator.exchange.Funds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The truth as JSON. Prices are fixed-point as on the feed, money is in rupees.
final class TruthJson {
    private final Simulator simulator;

    TruthJson(Simulator simulator) {
        this.simulator = simulator;
    }

    /// @param truth of one broker's wire
    /// @param candles whose candles, or null for everything subscribed
    ObjectNode state(Truth truth, @Nullable List<InstrumentKey> candles) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("marketMillis", simulator.clock().millis());
        state.put("packets", truth.packets()).put("droppedFrames", truth.droppedFrames());
        ArrayNode sockets = state.putArray("sockets");
        truth.sockets()
                .forEach(socket -> sockets.addObject()
                        .put("line", socket.line().name())
                        .put("client", socket.clientCode())
                        .put("sent", socket.sent())
                        .put("dropped", socket.dropped())
                        .put("waiting", socket.waiting()));
        ObjectNode hits = state.putObject("faultHits");
        truth.faultHits().forEach(hits::put);
        truth.faultLog().forEach(state.putArray("faultLog")::add);
        funds(state.putObject("funds"), truth.funds());
        ArrayNode orders = state.putArray("orders");
        truth.orders().forEach(order -> orders.add(order(order)));
        ObjectNode series = state.putObject("minuteCandles");
        for (InstrumentKey key : candles == null ? truth.subscribed() : candles) {
            ArrayNode rows = series.putArray(key.segment() + ":" + key.token());
            truth.minuteCandles(key).forEach(candle -> row(rows.addArray(), candle));
        }
        return state;
    }

    private static void funds(ObjectNode node, Funds funds) {
        node.put("cash", funds.cash())
                .put("available", funds.available())
                .put("positionMargin", funds.positionMargin())
                .put("blocked", funds.blocked())
                .put("charges", funds.charges())
                .put("realised", funds.realised())
                .put("unrealised", funds.unrealised());
    }

    private static ObjectNode order(Truth.Order order) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", order.id())
                .put("uniqueId", order.uniqueId())
                .put("tag", order.tag())
                .put("exchange", order.segment().name())
                .put("token", order.token())
                .put("symbol", order.symbol())
                .put("side", order.side())
                .put("quantity", order.quantity())
                .put("filled", order.filled())
                .put("average", order.averageRupees())
                .put("state", order.state())
                .put("text", order.text());
    }

    /// Start, open, high, low, close, volume.
    private static void row(ArrayNode row, Candle candle) {
        row.add(candle.startMillis())
                .add(candle.open())
                .add(candle.high())
                .add(candle.low())
                .add(candle.close())
                .add(candle.volume());
    }
}
