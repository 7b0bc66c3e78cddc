package in.sauda.broker.upstox;

import in.sauda.core.broker.contract.FeedContract;
import in.sauda.core.broker.contract.WireServer;

/// Upstox' feed and the simulated interface.
class UpstoxFeedContractTest extends FeedContract {
    @Override
    protected WireServer startServer() throws Exception {
        return UpstoxWireServer.start();
    }
}
