package in.sauda.broker.angelone;

import in.sauda.core.broker.contract.SessionContract;
import in.sauda.core.broker.contract.WireServer;

/// Angel One's session and the simulated SmartAPI.
class AngelOneSessionContractTest extends SessionContract {
    @Override
    protected WireServer startServer() throws Exception {
        return AngelOneWireServer.start();
    }
}
