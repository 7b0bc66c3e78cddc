package in.sauda.simulator.exchange;

import in.sauda.core.domain.Side;
import in.sauda.simulator.master.Contract;
import java.math.BigDecimal;

/// One order in the exchange's book. Guarded by the market's lock.
public final class ExchangeOrder {
    private final String id;
    private final String uniqueId;
    private final long sequence;
    private final long placedMillis;
    private OrderSpec spec;
    private OrderState state;
    private String text = "";
    private long filled;
    private long filledValue;
    private long cancelled;
    private long queueAhead;
    private long priority;
    private long updatedMillis;
    private boolean triggered;
    private boolean afterMarket;

    ExchangeOrder(String id, String uniqueId, long sequence, OrderSpec spec, long nowMillis) {
        this.id = id;
        this.uniqueId = uniqueId;
        this.sequence = sequence;
        this.priority = sequence;
        this.spec = spec;
        this.placedMillis = nowMillis;
        this.updatedMillis = nowMillis;
        this.state = resting(spec);
    }

    private static OrderState resting(OrderSpec spec) {
        return spec.stop() ? OrderState.TRIGGER_PENDING : OrderState.OPEN;
    }

    public String id() {
        return id;
    }

    public String uniqueId() {
        return uniqueId;
    }

    public long sequence() {
        return sequence;
    }

    public OrderSpec spec() {
        return spec;
    }

    public Contract contract() {
        return spec.contract();
    }

    public Side side() {
        return spec.side();
    }

    public OrderState state() {
        return state;
    }

    /// Why it was rejected or cancelled; empty otherwise.
    public String text() {
        return text;
    }

    public long filled() {
        return filled;
    }

    public long remaining() {
        return state.working() ? spec.quantity() - filled : 0;
    }

    public long cancelledQuantity() {
        return cancelled;
    }

    public long placedMillis() {
        return placedMillis;
    }

    public long updatedMillis() {
        return updatedMillis;
    }

    /// Price times quantity of all its trades, exact.
    public BigDecimal turnoverRupees() {
        return BigDecimal.valueOf(filledValue, 0)
                .divide(BigDecimal.valueOf(spec.contract().scale()));
    }

    /// Average fill price in rupees, 0 without fills.
    public double averageRupees() {
        return filled == 0 ? 0 : (double) filledValue / filled / spec.contract().scale();
    }

    /// The worst price it accepts now; a triggered market stop accepts any.
    long limit() {
        return switch (spec.type()) {
            case LIMIT, STOP_LIMIT -> spec.price();
            case MARKET, STOP_MARKET -> spec.side() == Side.BUY ? Long.MAX_VALUE : 0;
        };
    }

    /// True while it has a price of its own.
    boolean priced() {
        return switch (spec.type()) {
            case LIMIT, STOP_LIMIT -> true;
            case MARKET, STOP_MARKET -> false;
        };
    }

    /// The price at which it trades while resting.
    long tradePrice(long offered) {
        return priced() ? limit() : offered;
    }

    boolean marketable(long oppositePrice) {
        return spec.side() == Side.BUY ? oppositePrice <= limit() : oppositePrice >= limit();
    }

    long queueAhead() {
        return queueAhead;
    }

    void setQueueAhead(long quantity) {
        queueAhead = quantity;
    }

    long priority() {
        return priority;
    }

    void fill(long quantity, long price) {
        if (quantity <= 0 || quantity > remaining()) {
            throw new IllegalArgumentException("cannot fill " + quantity + " of " + remaining());
        }
        filled += quantity;
        filledValue += quantity * price;
        state = filled == spec.quantity() ? OrderState.COMPLETE : OrderState.OPEN;
    }

    /// Taken outside market hours: it waits for the next session.
    void keepForSession() {
        afterMarket = true;
        state = OrderState.AFTER_MARKET;
    }

    /// True for an order that was placed outside market hours, also after its session began.
    public boolean afterMarket() {
        return afterMarket;
    }

    void sessionBegan(long nowMillis) {
        state = resting(spec);
        updatedMillis = nowMillis;
    }

    void touched(long nowMillis) {
        updatedMillis = nowMillis;
    }

    void trigger(long nowMillis) {
        triggered = true;
        state = OrderState.OPEN;
        updatedMillis = nowMillis;
    }

    boolean waitsForTrigger() {
        return spec.stop() && !triggered;
    }

    /// A new price or a larger quantity costs the place in the queue.
    void change(OrderSpec next, long newPriority, long nowMillis) {
        if (next.price() != spec.price() || next.quantity() > spec.quantity()) {
            priority = newPriority;
        }
        spec = next;
        updatedMillis = nowMillis;
        if (!triggered && state != OrderState.AFTER_MARKET) {
            state = resting(next);
        }
        if (filled >= next.quantity()) {
            state = OrderState.COMPLETE;
        }
    }

    void reject(String reason) {
        state = OrderState.REJECTED;
        text = reason;
    }

    void cancel(String reason, long nowMillis) {
        cancelled = spec.quantity() - filled;
        state = OrderState.CANCELLED;
        text = reason;
        updatedMillis = nowMillis;
    }
}
