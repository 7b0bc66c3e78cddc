package in.sauda.simulator.upstox;

import in.sauda.core.calendar.Phase;
import in.sauda.simulator.angel.Connections;
import in.sauda.simulator.faults.FaultInjector;
import in.sauda.simulator.faults.Line;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.market.Tape;
import in.sauda.simulator.master.Contract;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// All feed connections: who listens to what, and the frames that go out when the market moves.
///
/// Subscriptions are guarded by the market's lock, so a snapshot can never be overtaken by an older frame.
final class FeedHub implements Market.Listener {
    private static final int CONNECTIONS = 2;
    private static final int CONNECTIONS_ON_PLUS = 5;

    private record Subscriber(FeedSocket socket, String key, FeedMode mode) {}

    private final Market market;
    private final WireKeys keys;
    private final FeedEncoder encoder;
    private final MinuteBars minutes;
    private final Connections connections;
    private final UpstoxApp app;
    private final IdentityHashMap<Contract, List<Subscriber>> subscribers = new IdentityHashMap<>();
    private final AtomicLong frames = new AtomicLong();
    private volatile boolean plus = true;

    FeedHub(
            Market market,
            WireKeys keys,
            FeedEncoder encoder,
            MinuteBars minutes,
            UpstoxApp app,
            FaultInjector faults) {
        this.market = market;
        this.keys = keys;
        this.encoder = encoder;
        this.minutes = minutes;
        this.app = app;
        this.connections = new Connections(Line.STREAM, faults, UpstoxServer.PING);
        market.addListener(this);
    }

    Connections connections() {
        return connections;
    }

    long frames() {
        return frames.get();
    }

    /// Whether the account has the plan Plus: thirty levels and five connections instead of two (protocol 4.4).
    void plus(boolean wanted) {
        plus = wanted;
    }

    /// True while the account may not have another connection.
    boolean full() {
        return connections.count() >= (plus ? CONNECTIONS_ON_PLUS : CONNECTIONS);
    }

    /// What anybody listens to. Call it under the market's lock.
    List<Contract> subscribed() {
        return List.copyOf(subscribers.keySet());
    }

    FeedSocket open() {
        FeedSocket socket = new FeedSocket(this, app.userId());
        connections.add(socket);
        return socket;
    }

    /// The first frame of every connection.
    void opened(FeedSocket socket) {
        Map<String, Boolean> open = new LinkedHashMap<>();
        market.locked(() -> {
            keys.all().values().stream()
                    .filter(contract -> contract.kind() != Contract.Kind.OPTION)
                    .forEach(contract -> open.computeIfAbsent(
                            WireKeys.segment(contract),
                            segment -> market.tape(contract).phase() == Phase.CONTINUOUS));
            return true;
        });
        socket.sendBinary(encoder.marketInfo(open));
    }

    void closed(FeedSocket socket) {
        if (connections.remove(socket)) {
            market.locked(() -> {
                List.copyOf(socket.subscriptions().keySet()).forEach(key -> remove(socket, key));
                return true;
            });
        }
    }

    /// Subscribes, or replaces the mode of what is subscribed.
    ///
    /// @return keys over the limit of the mode, which get nothing
    int subscribe(FeedSocket socket, List<String> wanted, FeedMode mode) {
        if (mode == FeedMode.FULL_D30 && !plus) {
            return wanted.size();
        }
        int refused = 0;
        for (String key : wanted) {
            // One key at a time: the first look at a contract plays its whole day, and the market must go on meanwhile.
            refused += market.locked(() -> subscribe(socket, key, mode)) ? 0 : 1;
        }
        return refused;
    }

    private boolean subscribe(FeedSocket socket, String key, FeedMode mode) {
        remove(socket, key);
        boolean only = socket.subscriptions().values().stream().allMatch(mode::equals);
        long used =
                socket.subscriptions().values().stream().filter(mode::equals).count();
        boolean fits = used < mode.limit(only);
        if (fits) {
            add(socket, key, mode);
        }
        return fits;
    }

    void unsubscribe(FeedSocket socket, List<String> wanted) {
        market.locked(() -> {
            wanted.forEach(key -> remove(socket, key));
            return true;
        });
    }

    private void add(FeedSocket socket, String key, FeedMode mode) {
        socket.subscriptions().put(key, mode);
        Optional<Contract> contract = keys.find(key);
        if (contract.isPresent()) {
            List<Subscriber> listening = new ArrayList<>(subscribers.getOrDefault(contract.get(), List.of()));
            listening.add(new Subscriber(socket, key, mode));
            subscribers.put(contract.get(), listening);
            market.watch(contract.get());
            send(socket, encoder.feed(market.tape(contract.get()), key, mode, 0));
        }
    }

    private void remove(FeedSocket socket, String key) {
        FeedMode mode = socket.subscriptions().remove(key);
        Contract contract = mode == null ? null : keys.find(key).orElse(null);
        if (mode == null || contract == null) {
            return;
        }
        List<Subscriber> listening = new ArrayList<>(subscribers.getOrDefault(contract, List.of()));
        if (listening.remove(new Subscriber(socket, key, mode))) {
            market.unwatch(contract);
            subscribers.put(contract, listening);
            if (listening.isEmpty()) {
                subscribers.remove(contract);
            }
        }
    }

    private void send(FeedSocket socket, byte[] frame) {
        frames.incrementAndGet();
        socket.sendBinary(frame);
    }

    @Override
    public void changed(Tape tape) {
        List<Subscriber> listening = subscribers.get(tape.contract());
        if (listening == null) {
            return;
        }
        minutes.changed(tape);
        for (Subscriber subscriber : listening) {
            send(subscriber.socket(), encoder.feed(tape, subscriber.key(), subscriber.mode(), FeedEncoder.LIVE));
        }
    }
}
