package in.sauda.broker.angelone.stream;

import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/// Opens the sockets of one connection of the feed, one after the other. All callbacks come on one thread.
interface SocketOpener extends AutoCloseable {
    /// Begins to connect; what becomes of it arrives at the listener. Does not block.
    WebSocket open(FeedLogin login, WebSocketListener listener);

    @Override
    void close();
}
