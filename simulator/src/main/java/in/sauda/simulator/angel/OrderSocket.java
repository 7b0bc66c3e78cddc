package in.sauda.simulator.angel;

/// One connection for order updates. It needs no request: whatever a client says besides its heartbeat is ignored.
///
/// Public only because the server library calls it by method handle.
public final class OrderSocket extends WireSocket {
    private final OrderHub hub;
    private final OrderHub.Admission admission;

    OrderSocket(OrderHub hub, String clientCode, OrderHub.Admission admission) {
        super(hub.connections(), clientCode);
        this.hub = hub;
        this.admission = admission;
    }

    @Override
    protected void opened() {
        hub.opened(this, admission);
    }

    @Override
    protected void received(String message) {}

    @Override
    protected void closed() {
        hub.closed(this);
    }
}
