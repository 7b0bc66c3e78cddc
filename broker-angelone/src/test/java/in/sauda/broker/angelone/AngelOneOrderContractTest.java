package in.sauda.broker.angelone;

import in.sauda.core.broker.contract.OrderContract;
import in.sauda.core.broker.contract.WireServer;

/// Angel One's order gateway and the simulated SmartAPI.
class AngelOneOrderContractTest extends OrderContract {
    @Override
    protected WireServer startServer() throws Exception {
        return AngelOneWireServer.start();
    }
}
