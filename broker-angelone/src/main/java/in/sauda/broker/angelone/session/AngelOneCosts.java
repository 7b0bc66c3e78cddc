package in.sauda.broker.angelone.session;

import in.sauda.broker.angelone.mapping.CostMapping;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.Costs;
import java.util.List;

/// Margin and charges of orders that might be sent.
final class AngelOneCosts implements Costs {
    private final Calls calls;

    AngelOneCosts(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Margin margin(List<Leg> legs) throws BrokerException {
        check(legs);
        return calls.read(Endpoint.MARGIN, CostMapping.marginRequest(legs), CostMapping::margin);
    }

    @Override
    public Charges charges(List<Leg> legs) throws BrokerException {
        check(legs);
        return calls.read(Endpoint.CHARGES, CostMapping.chargesRequest(legs), CostMapping::charges);
    }

    /// A basket is not cut into pieces: its hedges only count together.
    private static void check(List<Leg> legs) throws BrokerException {
        if (legs.isEmpty() || legs.size() > CostMapping.LEGS_PER_CALL) {
            throw new BrokerException(new BrokerFailure.Refused(
                    "BASKET",
                    "Angel One estimates baskets of 1 to " + CostMapping.LEGS_PER_CALL + " orders.",
                    "Choose fewer orders."));
        }
    }
}
