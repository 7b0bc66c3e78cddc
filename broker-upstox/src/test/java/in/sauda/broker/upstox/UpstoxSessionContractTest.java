package in.sauda.broker.upstox;

import in.sauda.core.broker.contract.SessionContract;
import in.sauda.core.broker.contract.WireServer;

/// Upstox' session and the simulated interface.
class UpstoxSessionContractTest extends SessionContract {
    @Override
    protected WireServer startServer() throws Exception {
        return UpstoxWireServer.start();
    }
}
