package in.sauda.bench.upstox;

import com.upstox.ApiClient;
import com.upstox.feeder.MarketDataStreamerV3;
import com.upstox.feeder.MarketUpdateV3;
import com.upstox.feeder.listener.OnMarketUpdateV3Listener;
import java.nio.ByteBuffer;

/// The broker's own client library from the bytes of a frame to the object its listener gets, without its socket.
final class LibraryStreamer extends MarketDataStreamerV3 {
    LibraryStreamer(OnMarketUpdateV3Listener listener) {
        super(new ApiClient());
        setOnMarketUpdateListener(listener);
    }

    /// What the library's socket calls for every frame.
    void frame(byte[] frame) {
        handleMessage(ByteBuffer.wrap(frame));
    }

    /// Instruments in an update, so that it cannot be optimised away.
    static int size(MarketUpdateV3 update) {
        return update.getFeeds().size();
    }
}
