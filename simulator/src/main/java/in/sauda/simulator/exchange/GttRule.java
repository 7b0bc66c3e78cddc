package in.sauda.simulator.exchange;

/// One good-till-triggered rule. Guarded by the market's lock.
public final class GttRule {
    private final String id;
    private final long createdMillis;
    private GttSpec spec;
    private GttStatus status = GttStatus.NEW;
    private boolean above;
    private long updatedMillis;
    private String orderId = "";

    GttRule(String id, GttSpec spec, long last, long nowMillis) {
        this.id = id;
        this.spec = spec;
        this.createdMillis = nowMillis;
        this.updatedMillis = nowMillis;
        this.above = spec.trigger() > last;
    }

    public String id() {
        return id;
    }

    public GttSpec spec() {
        return spec;
    }

    public GttStatus status() {
        return status;
    }

    public long createdMillis() {
        return createdMillis;
    }

    public long updatedMillis() {
        return updatedMillis;
    }

    /// The order it placed; empty before.
    public String orderId() {
        return orderId;
    }

    /// A trigger above the price waits for a rise, any other for a fall.
    boolean reached(long last) {
        return above ? last >= spec.trigger() : last <= spec.trigger();
    }

    void change(GttSpec next, long last, long nowMillis) {
        above = next.trigger() > last;
        spec = next;
        updatedMillis = nowMillis;
    }

    void become(GttStatus next, long nowMillis) {
        status = next;
        updatedMillis = nowMillis;
    }

    void sent(String order, long nowMillis) {
        orderId = order;
        become(GttStatus.SENTTOEXCHANGE, nowMillis);
    }
}
