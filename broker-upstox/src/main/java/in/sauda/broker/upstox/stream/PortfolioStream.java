package in.sauda.broker.upstox.stream;

import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.support.TaskTimer;
import in.sauda.core.time.TimeSource;
import java.util.random.RandomGenerator;
import okio.ByteString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The portfolio stream: changes of orders, positions and holdings as text (protocol 5). It begins by itself and
/// repeats nothing, so whoever listens reads the books once after every connection.
public final class PortfolioStream implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PortfolioStream.class);

    /// Called on the stream's thread or with its lock held; may take a lock of its own.
    public interface Listener {
        void connected();

        void frame(String text);

        void lost();
    }

    private final Object lock = new Object();
    private final Listener listener;
    private final SignedSocket socket;

    public PortfolioStream(
            FeedWiring.Address address, Listener listener, TaskTimer timer, TimeSource time, RandomGenerator random) {
        this.listener = listener;
        socket = new SignedSocket("orders-upstox", address::ask, timer, time, random, lock, new Seat());
    }

    public void connect() {
        socket.start();
    }

    @Override
    public void close() {
        socket.close();
    }

    private final class Seat implements SignedSocket.Owner {
        @Override
        public void changed() {
            // The state of this line is told by connected and lost.
        }

        @Override
        public void opened(long nanos) {
            listener.connected();
        }

        @Override
        public void away() {
            listener.lost();
        }

        @Override
        public void refused(BrokerFailure failure) {
            LOG.warn("order updates stop, the order book is read instead: {}", failure.sentence());
            listener.lost();
        }

        /// Nothing has to come while nothing happens.
        @Override
        public String judge(long nowNanos, long frameNanos) {
            return "";
        }

        @Override
        public void binary(ByteString frame, long nanos) {
            listener.frame(frame.utf8());
        }

        @Override
        public void text(String frame) {
            listener.frame(frame);
        }
    }
}
