package in.sauda.simulator.angel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.simulator.exchange.ExchangeOrder;
import in.sauda.simulator.exchange.OrderChange;
import in.sauda.simulator.exchange.OrderListener;
import in.sauda.simulator.exchange.Trade;
import in.sauda.simulator.faults.FaultInjector;
import in.sauda.simulator.faults.Line;
import in.sauda.simulator.market.Market;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.websocket.api.StatusCode;

/// All order-update sockets (protocol 5): every change of an order goes to each of them.
final class OrderHub implements OrderListener {
    /// How a connection is received: the broker opens the socket even for those it turns away, and says why in the
    /// first frame.
    enum Admission {
        WELCOME("200", ""),
        INVALID_TOKEN("401", "Invalid token"),
        EXPIRED_TOKEN("403", "Token expired"),
        TOO_MANY("429", "Connection limit exceeded");

        private final String statusCode;
        private final String message;

        Admission(String statusCode, String message) {
            this.statusCode = statusCode;
            this.message = message;
        }
    }

    private final Market market;
    private final String clientCode;
    private final OrderJson json;
    private final Connections connections;
    private final List<OrderSocket> greeted = new CopyOnWriteArrayList<>();

    /// @param clientCode whose account the exchange keeps
    OrderHub(Market market, String clientCode, OrderJson json, FaultInjector faults) {
        this.market = market;
        this.clientCode = clientCode;
        this.json = json;
        this.connections = new Connections(Line.ORDER_UPDATES, faults);
    }

    Connections connections() {
        return connections;
    }

    OrderSocket open(Admission token) {
        boolean full = token == Admission.WELCOME && connections.full(clientCode);
        Admission admission = full ? Admission.TOO_MANY : token;
        OrderSocket socket = new OrderSocket(this, clientCode, admission);
        if (admission == Admission.WELCOME) {
            connections.add(socket);
        }
        return socket;
    }

    /// The lock keeps the greeting before the first change.
    void opened(OrderSocket socket, Admission admission) {
        market.locked(() -> {
            socket.sendText(frame(admission, "AB00", OrderJson.noUpdate()));
            return admission == Admission.WELCOME && greeted.add(socket);
        });
        if (admission != Admission.WELCOME) {
            socket.close(StatusCode.POLICY_VIOLATION, admission.message);
        }
    }

    void closed(OrderSocket socket) {
        greeted.remove(socket);
        connections.remove(socket);
    }

    @Override
    public void changed(ExchangeOrder order, OrderChange change, Optional<Trade> trade) {
        if (greeted.isEmpty()) {
            return;
        }
        String text = frame(Admission.WELCOME, change.code(), json.update(order, change, trade));
        greeted.forEach(socket -> socket.sendText(text));
    }

    private String frame(Admission admission, String orderStatus, ObjectNode orderData) {
        ObjectNode frame = Json.object()
                .put("user-id", clientCode)
                .put("status-code", admission.statusCode)
                .put("order-status", orderStatus)
                .put("error-message", admission.message);
        frame.set("orderData", orderData);
        return Json.write(frame);
    }
}
