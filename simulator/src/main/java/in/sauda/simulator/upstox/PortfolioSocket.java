package in.sauda.simulator.upstox;

import in.sauda.simulator.angel.WireSocket;

/// One connection of the portfolio stream. It needs no request: whatever a client says is ignored.
///
/// Public only because the server library calls it by method handle.
public final class PortfolioSocket extends WireSocket {
    private final PortfolioHub hub;

    PortfolioSocket(PortfolioHub hub, String userId) {
        super(hub.connections(), userId);
        this.hub = hub;
    }

    @Override
    protected void opened() {
        hub.opened(this);
    }

    @Override
    protected void received(String message) {}

    @Override
    protected void closed() {
        hub.closed(this);
    }
}
