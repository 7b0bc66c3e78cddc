package in.sauda.simulator.upstox;

import in.sauda.simulator.angel.Connections;
import in.sauda.simulator.angel.Json;
import in.sauda.simulator.exchange.ExchangeOrder;
import in.sauda.simulator.exchange.OrderChange;
import in.sauda.simulator.exchange.OrderListener;
import in.sauda.simulator.exchange.Trade;
import in.sauda.simulator.faults.FaultInjector;
import in.sauda.simulator.faults.Line;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// All connections of the portfolio stream: every change of an order goes to each of them (protocol 5).
final class PortfolioHub implements OrderListener {
    private final OrderJson json;
    private final UpstoxApp app;
    private final Connections connections;
    private final List<PortfolioSocket> open = new CopyOnWriteArrayList<>();

    PortfolioHub(OrderJson json, UpstoxApp app, FaultInjector faults) {
        this.json = json;
        this.app = app;
        this.connections = new Connections(Line.ORDER_UPDATES, faults, UpstoxServer.PING);
    }

    Connections connections() {
        return connections;
    }

    PortfolioSocket open() {
        PortfolioSocket socket = new PortfolioSocket(this, app.userId());
        connections.add(socket);
        return socket;
    }

    void opened(PortfolioSocket socket) {
        open.add(socket);
    }

    void closed(PortfolioSocket socket) {
        open.remove(socket);
        connections.remove(socket);
    }

    @Override
    public void changed(ExchangeOrder order, OrderChange change, Optional<Trade> trade) {
        if (!open.isEmpty()) {
            String text = Json.write(json.update(order, change.wire()));
            open.forEach(socket -> socket.sendText(text));
        }
    }
}
