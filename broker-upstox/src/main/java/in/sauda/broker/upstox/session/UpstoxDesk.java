package in.sauda.broker.upstox.session;

import in.sauda.broker.upstox.mapping.DeskMapping;
import in.sauda.broker.upstox.mapping.KeyBook;
import in.sauda.broker.upstox.mapping.UnreadableException;
import in.sauda.broker.upstox.mapping.WireKeys;
import in.sauda.broker.upstox.orders.UpstoxOrderGateway;
import in.sauda.broker.upstox.rest.Endpoint;
import in.sauda.broker.upstox.rest.Request;
import in.sauda.broker.upstox.rest.UpstoxErrors;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.OrderDesk;
import in.sauda.core.broker.support.ModeGuard;
import in.sauda.core.broker.support.Urgency;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.orders.OrderRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Many orders at once, the life of one, and the switch against trading.
final class UpstoxDesk implements OrderDesk {
    private final Calls calls;
    private final ModeGuard modes;
    private final KeyBook keys;
    private final UpstoxOrderGateway orders;

    UpstoxDesk(Calls calls, ModeGuard modes, KeyBook keys, UpstoxOrderGateway orders) {
        this.calls = calls;
        this.modes = modes;
        this.keys = keys;
        this.orders = orders;
    }

    @Override
    public int ordersPerCall() {
        return UpstoxOrderGateway.ORDERS_PER_CALL;
    }

    @Override
    public void submitAll(List<OrderRequest> requests) {
        orders.submitAll(requests);
    }

    @Override
    public Outcome cancelAll(TradingMode mode, Scope scope) throws BrokerException {
        return all(mode, Endpoint.CANCEL_ORDERS, scope, "The cancellation of all orders");
    }

    @Override
    public Outcome exitAll(TradingMode mode, Scope scope) throws BrokerException {
        return all(mode, Endpoint.EXIT_POSITIONS, scope, "The exit from all positions");
    }

    private Outcome all(TradingMode mode, Endpoint endpoint, Scope scope, String what) throws BrokerException {
        modes.check(mode);
        Request request = Request.of(endpoint);
        if (scope.segment().isPresent()) {
            request = request.with("segment", wire(scope.segment().get()));
        }
        if (!scope.tag().isEmpty()) {
            request = request.with("tag", scope.tag());
        }
        try {
            return DeskMapping.outcome(calls.writeOnce(request, what, Urgency.EXIT), keys);
        } catch (UnreadableException strange) {
            throw new BrokerException(
                    UpstoxErrors.unknownOutcome(what, UpstoxErrors.unreadable(String.valueOf(strange.getMessage()))),
                    strange);
        } finally {
            orders.lookNow();
        }
    }

    private static String wire(Segment segment) throws BrokerException {
        return WireKeys.traded(segment)
                .orElseThrow(() -> new BrokerException(new BrokerFailure.Refused(
                        "SEGMENT", "Upstox does not trade " + segment + ".", "Choose another segment.")));
    }

    @Override
    public List<OrderStep> history(String brokerOrderId) throws BrokerException {
        return calls.read(Request.of(Endpoint.ORDER_HISTORY).with("order_id", brokerOrderId), DeskMapping::history);
    }

    @Override
    public List<KillSwitch> killSwitches() throws BrokerException {
        return calls.read(Request.of(Endpoint.KILL_SWITCHES), DeskMapping::switches);
    }

    @Override
    public List<KillSwitch> turn(TradingMode mode, Map<Segment, Boolean> stopped) throws BrokerException {
        modes.check(mode);
        Map<String, Boolean> wire = new TreeMap<>();
        for (Map.Entry<Segment, Boolean> entry : stopped.entrySet()) {
            wire.put(wire(entry.getKey()), entry.getValue());
        }
        calls.writeOnce(
                Request.of(Endpoint.TURN_KILL_SWITCHES, DeskMapping.turn(wire)), "The kill switch", Urgency.EXIT);
        return killSwitches();
    }
}
