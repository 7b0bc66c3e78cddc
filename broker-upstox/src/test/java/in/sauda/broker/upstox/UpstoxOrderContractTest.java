package in.sauda.broker.upstox;

import in.sauda.core.broker.contract.OrderContract;
import in.sauda.core.broker.contract.WireServer;

/// Upstox' order gateway and the simulated interface.
class UpstoxOrderContractTest extends OrderContract {
    @Override
    protected WireServer startServer() throws Exception {
        return UpstoxWireServer.start();
    }
}
