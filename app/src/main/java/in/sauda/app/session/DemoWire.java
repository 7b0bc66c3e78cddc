package in.sauda.app.session;

import in.sauda.core.broker.Credentials;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.time.TimeSource;
import in.sauda.simulator.Simulator;
import in.sauda.simulator.upstox.UpstoxServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// How the terminal reaches the local exchange of a demo day.
///
/// @param names a contract's key in the master this wire serves, from that of the exchange's own
record DemoWire(Map<String, String> endpoints, Credentials credentials, UnaryOperator<InstrumentKey> names) {
    static DemoWire angelOne(Simulator exchange, TimeSource time) {
        ServedExchange served = ServedExchange.of(exchange, time);
        return new DemoWire(served.endpoints(), served.credentials(), UnaryOperator.identity());
    }

    static DemoWire upstox(Simulator exchange) throws IOException {
        UpstoxServer server = exchange.upstox(0);
        ServedUpstox served = ServedUpstox.of(server);
        return new DemoWire(served.endpoints(), served.credentials(), server::listed);
    }

    List<InstrumentKey> listed(List<InstrumentKey> keys) {
        return keys.stream().map(names).toList();
    }
}
