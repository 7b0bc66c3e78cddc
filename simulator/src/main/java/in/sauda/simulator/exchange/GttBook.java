package in.sauda.simulator.exchange;

import in.sauda.core.calendar.Phase;
import in.sauda.core.domain.OrderType;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.market.Tape;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Good-till-triggered rules: each watches its contract and places a limit order when the price crosses its trigger.
///
/// Every method runs under the market's lock, either taken here or held by the market when it calls.
public final class GttBook implements Market.Listener {
    private final Market market;
    private final Exchange exchange;
    private final Map<String, GttRule> rules = new LinkedHashMap<>();

    public GttBook(Market market, Exchange exchange) {
        this.market = market;
        this.exchange = exchange;
        market.addListener(this);
    }

    public GttRule create(GttSpec spec) {
        return market.locked(() -> {
            long last = market.tape(spec.contract()).last();
            GttRule rule = new GttRule(Integer.toString(rules.size() + 1), spec, last, exchange.now());
            rules.put(rule.id(), rule);
            market.watch(spec.contract());
            return rule;
        });
    }

    /// @return false when the rule no longer waits
    public boolean modify(GttRule rule, GttSpec next) {
        return market.locked(() -> {
            boolean waits = rule.status().waiting();
            if (waits) {
                rule.change(next, market.tape(next.contract()).last(), exchange.now());
            }
            return waits;
        });
    }

    /// @return false when the rule no longer waits
    public boolean cancel(GttRule rule) {
        return market.locked(() -> {
            boolean waits = rule.status().waiting();
            if (waits) {
                rule.become(GttStatus.CANCELLED, exchange.now());
                market.unwatch(rule.spec().contract());
            }
            return waits;
        });
    }

    public Optional<GttRule> find(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /// All rules, oldest first. Read it inside {@link Market#locked}.
    public Collection<GttRule> rules() {
        return rules.values();
    }

    /// Forgets every rule.
    public void reset() {
        market.locked(() -> {
            rules.values().forEach(this::cancel);
            rules.clear();
            return true;
        });
    }

    @Override
    public void changed(Tape tape) {
        if (rules.isEmpty() || tape.phase() != Phase.CONTINUOUS) {
            return;
        }
        for (GttRule rule : List.copyOf(rules.values())) {
            if (rule.spec().contract().equals(tape.contract())) {
                look(rule, tape);
            }
        }
    }

    private void look(GttRule rule, Tape tape) {
        if (rule.status() == GttStatus.NEW) {
            rule.become(GttStatus.ACTIVE, exchange.now());
        }
        if (rule.status() == GttStatus.ACTIVE && rule.reached(tape.last())) {
            GttSpec spec = rule.spec();
            ExchangeOrder order = exchange.place(new OrderSpec(
                    spec.contract(),
                    spec.side(),
                    OrderType.LIMIT,
                    "NORMAL",
                    spec.product(),
                    "DAY",
                    spec.price(),
                    0,
                    spec.quantity(),
                    "GTT" + rule.id(),
                    true));
            rule.sent(order.id(), exchange.now());
            market.unwatch(spec.contract());
        }
    }
}
