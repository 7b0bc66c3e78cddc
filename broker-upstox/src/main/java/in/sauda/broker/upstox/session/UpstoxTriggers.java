package in.sauda.broker.upstox.session;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.upstox.mapping.KeyBook;
import in.sauda.broker.upstox.mapping.TriggerMapping;
import in.sauda.broker.upstox.mapping.UnreadableException;
import in.sauda.broker.upstox.rest.Endpoint;
import in.sauda.broker.upstox.rest.UpstoxErrors;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.Quotes;
import in.sauda.core.broker.TriggerOrders;
import in.sauda.core.broker.support.ModeGuard;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.TradingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Trigger orders (GTT) of one leg. The broker sends a protected market order when the price is reached, so
/// the limit
/// price of a request is not used; it wants to hear from which side the price comes, which the last price tells.
public final class UpstoxTriggers implements TriggerOrders {
    public static final Limits LIMITS = new Limits(
            Set.of(Segment.NSE, Segment.BSE, Segment.NFO, Segment.BFO, Segment.MCX),
            Set.copyOf(EnumSet.allOf(Product.class)));

    private final Calls calls;
    private final ModeGuard modes;
    private final KeyBook keys;
    private final Quotes quotes;

    UpstoxTriggers(Calls calls, ModeGuard modes, KeyBook keys, Quotes quotes) {
        this.calls = calls;
        this.modes = modes;
        this.keys = keys;
        this.quotes = quotes;
    }

    @Override
    public String create(Request request) throws BrokerException {
        check(request);
        String key = keys.required(request.instrument());
        JsonNode data = calls.writeOnce(
                in.sauda.broker.upstox.rest.Request.of(
                        Endpoint.PLACE_RULE, TriggerMapping.create(request, key, above(request))),
                "The trigger order");
        try {
            return TriggerMapping.id(data);
        } catch (UnreadableException strange) {
            throw new BrokerException(
                    UpstoxErrors.unknownOutcome(
                            "The trigger order", UpstoxErrors.unreadable(String.valueOf(strange.getMessage()))),
                    strange);
        }
    }

    @Override
    public void modify(String id, Request terms) throws BrokerException {
        check(terms);
        calls.writeOnce(
                in.sauda.broker.upstox.rest.Request.of(
                        Endpoint.MODIFY_RULE, TriggerMapping.modify(id, terms, above(terms))),
                "The change of the trigger order");
    }

    @Override
    public void cancel(TradingMode mode, Rule rule) throws BrokerException {
        modes.check(mode);
        calls.writeOnce(
                in.sauda.broker.upstox.rest.Request.of(Endpoint.CANCEL_RULE, TriggerMapping.cancel(rule.id())),
                "The end of the trigger order");
    }

    private boolean above(Request request) throws BrokerException {
        return request.triggerPrice() > quotes.one(request.instrument()).lastPrice();
    }

    private void check(Request request) throws BrokerException {
        modes.check(request.mode());
        boolean offered = LIMITS.segments().contains(request.instrument().segment());
        if (!offered || request.quantity() <= 0 || request.triggerPrice() <= 0) {
            throw new BrokerException(new BrokerFailure.Refused(
                    "TRIGGER",
                    "Upstox takes trigger orders for shares, index and stock contracts and MCX, with a quantity and a"
                            + " trigger above zero.",
                    "Check the trigger order's values."));
        }
    }

    @Override
    public Optional<Rule> find(String id) throws BrokerException {
        return calls
                .read(
                        in.sauda.broker.upstox.rest.Request.of(Endpoint.RULES).with("gtt_order_id", id),
                        data -> TriggerMapping.rules(data, keys))
                .stream()
                .findFirst();
    }

    @Override
    public List<Rule> list(Set<State> states) throws BrokerException {
        return calls
                .read(in.sauda.broker.upstox.rest.Request.of(Endpoint.RULES), data -> TriggerMapping.rules(data, keys))
                .stream()
                .filter(rule -> states.isEmpty() || states.contains(rule.state()))
                .toList();
    }
}
