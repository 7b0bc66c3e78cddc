package in.sauda.broker.angelone;

import in.sauda.core.broker.contract.FeedContract;
import in.sauda.core.broker.contract.WireServer;

/// Angel One's feed and the simulated SmartAPI.
class AngelOneFeedContractTest extends FeedContract {
    @Override
    protected WireServer startServer() throws Exception {
        return AngelOneWireServer.start();
    }
}
