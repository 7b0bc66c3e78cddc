package in.sauda.broker.angelone.session;

import in.sauda.broker.angelone.mapping.TriggerMapping;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.TriggerOrders;
import in.sauda.core.broker.support.ModeGuard;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.TradingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Trigger orders (GTT): everything that changes one is sent once, from the registered address.
final class AngelOneTriggers implements TriggerOrders {
    static final Limits LIMITS =
            new Limits(Set.of(Segment.NSE, Segment.BSE), Set.of(Product.DELIVERY, Product.CARRY_FORWARD));

    private static final String UNKNOWN_RULE = "AB9013";
    private static final int MOST_PAGES = 100;

    private final Calls calls;
    private final ModeGuard modes;

    AngelOneTriggers(Calls calls, ModeGuard modes) {
        this.calls = calls;
        this.modes = modes;
    }

    @Override
    public String create(Request request) throws BrokerException {
        check(request);
        return calls.writeOnce(
                Endpoint.CREATE_RULE, TriggerMapping.create(request), "The trigger order", TriggerMapping::id);
    }

    @Override
    public void modify(String id, Request terms) throws BrokerException {
        check(terms);
        calls.writeOnce(Endpoint.MODIFY_RULE, TriggerMapping.modify(id, terms), "The change of the trigger order");
    }

    @Override
    public void cancel(TradingMode mode, Rule rule) throws BrokerException {
        modes.check(mode);
        calls.writeOnce(Endpoint.CANCEL_RULE, TriggerMapping.cancel(rule), "The end of the trigger order");
    }

    private void check(Request request) throws BrokerException {
        modes.check(request.mode());
        boolean offered = LIMITS.segments().contains(request.instrument().segment())
                && LIMITS.products().contains(request.product());
        if (!offered || request.quantity() <= 0 || request.price() <= 0 || request.triggerPrice() <= 0) {
            throw new BrokerException(new BrokerFailure.Refused(
                    "TRIGGER",
                    "Angel One takes trigger orders for NSE and BSE shares, delivery or margin, with a quantity, a price"
                            + " and a trigger above zero.",
                    "Check the trigger order's values."));
        }
    }

    @Override
    public Optional<Rule> find(String id) throws BrokerException {
        return calls.readUnless(
                UNKNOWN_RULE,
                Endpoint.RULE_DETAILS,
                TriggerMapping.details(id),
                data -> data.isObject() ? Optional.of(TriggerMapping.rule(data, id)) : Optional.empty());
    }

    @Override
    public List<Rule> list(Set<State> states) throws BrokerException {
        List<Rule> rules = new ArrayList<>();
        List<Rule> page;
        int number = 1;
        do {
            page = calls.read(Endpoint.RULE_LIST, TriggerMapping.list(states, number), TriggerMapping::rules);
            rules.addAll(page);
            number++;
        } while (page.size() >= TriggerMapping.PAGE_SIZE && number <= MOST_PAGES);
        return rules.stream()
                .filter(rule -> states.isEmpty() || states.contains(rule.state()))
                .toList();
    }
}
