package in.sauda.broker.upstox.session;

import in.sauda.broker.upstox.mapping.CostMapping;
import in.sauda.broker.upstox.mapping.CostMapping.KeyedLeg;
import in.sauda.broker.upstox.mapping.KeyBook;
import in.sauda.broker.upstox.rest.Endpoint;
import in.sauda.broker.upstox.rest.Request;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.Costs;
import java.util.ArrayList;
import java.util.List;

/// Margin and charges of orders that might be sent; the broker tells the charges one order at a time.
final class UpstoxCosts implements Costs {
    private final Calls calls;
    private final KeyBook keys;

    UpstoxCosts(Calls calls, KeyBook keys) {
        this.calls = calls;
        this.keys = keys;
    }

    @Override
    public Margin margin(List<Leg> legs) throws BrokerException {
        return calls.read(Request.of(Endpoint.MARGIN, CostMapping.marginRequest(keyed(legs))), CostMapping::margin);
    }

    @Override
    public Charges charges(List<Leg> legs) throws BrokerException {
        List<Charges> each = new ArrayList<>();
        for (KeyedLeg leg : keyed(legs)) {
            Request request = Request.of(Endpoint.BROKERAGE)
                    .with("instrument_token", leg.key())
                    .with("quantity", Long.toString(leg.leg().quantity()))
                    .with("product", CostMapping.product(leg.leg()))
                    .with("transaction_type", leg.leg().side().name())
                    .with(
                            "price",
                            leg.leg().instrument().rupees(leg.leg().price()).toPlainString());
            each.add(calls.read(request, data -> CostMapping.charges(data, leg.leg())));
        }
        return CostMapping.together(each);
    }

    /// A basket is not cut into pieces: its hedges only count together.
    private List<KeyedLeg> keyed(List<Leg> legs) throws BrokerException {
        if (legs.isEmpty() || legs.size() > CostMapping.LEGS_PER_CALL) {
            throw new BrokerException(new BrokerFailure.Refused(
                    "BASKET",
                    "Upstox estimates baskets of 1 to " + CostMapping.LEGS_PER_CALL + " orders.",
                    "Choose fewer orders."));
        }
        List<KeyedLeg> keyed = new ArrayList<>();
        for (Leg leg : legs) {
            keyed.add(new KeyedLeg(leg, keys.required(leg.instrument())));
        }
        return keyed;
    }
}
