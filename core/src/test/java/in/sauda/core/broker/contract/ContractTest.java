package in.sauda.core.broker.contract;

import in.sauda.core.broker.BrokerSession;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.orders.OrderRequest;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A wire server nobody else uses meanwhile, and a session of its own for every test. Contracts mostly wait for faults
/// to pass, so their tests run beside each other; a server that is calm again serves the next one.
@Execution(ExecutionMode.CONCURRENT)
abstract class ContractTest {
    static final int SHARES = 3;
    static final int FRESH_TICKS = 5;

    private static final Map<String, Deque<WireServer>> IDLE = new ConcurrentHashMap<>();

    /// Serves this test alone.
    protected WireServer server;
    /// What the session of this test has called back with.
    protected Recorder recorder;
    protected BrokerSession session;
    private int orders;

    protected abstract WireServer startServer() throws Exception;

    @BeforeEach
    void logIn() throws Exception {
        WireServer idle = idle().pollFirst();
        server = idle == null ? startServer() : idle;
        recorder = new Recorder();
        session = server.broker().open(server.credentials(), recorder.context(server));
    }

    @AfterEach
    void logOut() {
        server.calm();
        session.close();
        idle().addFirst(server);
    }

    /// Servers of this adapter that wait for a test.
    private Deque<WireServer> idle() {
        return IDLE.computeIfAbsent(getClass().getPackageName(), ignored -> new ConcurrentLinkedDeque<>());
    }

    @AfterAll
    static void stopIdleServers() {
        for (Deque<WireServer> idle : IDLE.values()) {
            for (WireServer left = idle.pollFirst(); left != null; left = idle.pollFirst()) {
                left.close();
            }
        }
    }

    final List<Subscription> shares() {
        return IntStream.range(0, SHARES)
                .mapToObj(index -> new Subscription(server.liquid().get(index), index, FeedMode.FULL))
                .toList();
    }

    final void stream() {
        session.feed().subscribe(shares());
        session.feed().connect();
        awaitFreshTicks();
    }

    final void awaitFreshTicks() {
        recorder.forgetTicks();
        for (int index = 0; index < SHARES; index++) {
            int share = index;
            recorder.await(
                    "prices of " + server.liquid().get(index).symbol(), () -> recorder.count(share) >= FRESH_TICKS);
        }
    }

    final String nextId() {
        orders++;
        return "C" + Long.toString(System.nanoTime(), 36) + "-" + orders;
    }

    final OrderRequest buy(String id, long price) {
        Instrument share = server.liquid().getFirst();
        return new OrderRequest(
                new ClientOrderId(id),
                TradingMode.DEMO,
                share,
                0,
                Side.BUY,
                OrderType.LIMIT,
                Product.INTRADAY,
                Validity.DAY,
                share.lotSize(),
                price - price % share.tickSize(),
                0);
    }

    /// Far enough below the market to rest there, inside the day's price band.
    final OrderRequest resting(String id) {
        return buy(id, recorder.last(0) * 96 / 100);
    }

    final <E extends OrderEvent> E await(String id, Class<E> type) {
        recorder.await(type.getSimpleName() + " of " + id, () -> told(id, type) > 0);
        return type.cast(recorder.eventsOf(id).stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow());
    }

    final long told(String id, Class<? extends OrderEvent> type) {
        return recorder.eventsOf(id).stream().filter(type::isInstance).count();
    }

    final List<WireServer.TrueOrder> truth(String id) {
        return server.orders().stream().filter(order -> order.tag().equals(id)).toList();
    }
}
