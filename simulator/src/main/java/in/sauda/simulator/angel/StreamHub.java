package in.sauda.simulator.angel;

import in.sauda.core.domain.Segment;
import in.sauda.simulator.faults.FaultInjector;
import in.sauda.simulator.faults.Line;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.market.Tape;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// All streams: who listens to what, and the packets that go out when the market moves.
///
/// Subscriptions are guarded by the market's lock, so a first packet can never be overtaken by an older one.
final class StreamHub implements Market.Listener {
    private record Subscriber(StreamSocket socket, int mode) {}

    private final Market market;
    private final ContractCatalog catalog;
    private final PacketMapper mapper;
    private final Connections connections;
    /// The lists are replaced, never changed: sending to a broken connection ends its subscriptions on the spot.
    private final IdentityHashMap<Contract, List<Subscriber>> subscribers = new IdentityHashMap<>();
    private final AtomicLong packets = new AtomicLong();
    private volatile boolean depth20;
    private long sequence;

    StreamHub(Market market, ContractCatalog catalog, PacketMapper mapper, FaultInjector faults) {
        this.connections = new Connections(Line.STREAM, faults);
        this.market = market;
        this.catalog = catalog;
        this.mapper = mapper;
        market.addListener(this);
    }

    Connections connections() {
        return connections;
    }

    long packets() {
        return packets.get();
    }

    /// The twenty-level mode was switched off on 25 Apr 2025; old client tests may still want it.
    void serveDepth20(boolean wanted) {
        depth20 = wanted;
    }

    boolean servesDepth20() {
        return depth20;
    }

    /// Registers a connection that is being opened.
    StreamSocket open(String clientCode) {
        StreamSocket socket = new StreamSocket(this, clientCode);
        connections.add(socket);
        return socket;
    }

    void closed(StreamSocket socket) {
        if (connections.remove(socket)) {
            market.locked(() -> {
                List.copyOf(socket.subscriptions()).forEach(wanted -> remove(socket, wanted));
                return true;
            });
        }
    }

    /// @return false when the connection's quota does not allow all of it; nothing is subscribed then
    boolean subscribe(StreamSocket socket, StreamRequest request, int limit) {
        return market.locked(() -> {
            List<StreamSocket.TokenMode> fresh = request.tokens().stream()
                    .map(wanted -> new StreamSocket.TokenMode(wanted.exchangeType(), wanted.token(), request.mode()))
                    .distinct()
                    .filter(wanted -> !socket.subscriptions().contains(wanted))
                    .toList();
            if (socket.subscriptions().size() + fresh.size() > limit) {
                return false;
            }
            fresh.forEach(wanted -> add(socket, wanted));
            return true;
        });
    }

    void unsubscribe(StreamSocket socket, StreamRequest request) {
        market.locked(() -> {
            for (StreamRequest.Wanted wanted : request.tokens()) {
                remove(socket, new StreamSocket.TokenMode(wanted.exchangeType(), wanted.token(), request.mode()));
            }
            return true;
        });
    }

    private void add(StreamSocket socket, StreamSocket.TokenMode wanted) {
        socket.subscriptions().add(wanted);
        contract(wanted).ifPresent(contract -> {
            List<Subscriber> listening = new ArrayList<>(subscribers.getOrDefault(contract, List.of()));
            listening.add(new Subscriber(socket, wanted.mode()));
            subscribers.put(contract, listening);
            market.watch(contract);
            socket.sendBinary(encode(market.tape(contract), wanted.mode()));
        });
    }

    private void remove(StreamSocket socket, StreamSocket.TokenMode wanted) {
        if (!socket.subscriptions().remove(wanted)) {
            return;
        }
        contract(wanted).ifPresent(contract -> {
            List<Subscriber> listening = new ArrayList<>(subscribers.getOrDefault(contract, List.of()));
            if (listening.remove(new Subscriber(socket, wanted.mode()))) {
                market.unwatch(contract);
                subscribers.put(contract, listening);
                if (listening.isEmpty()) {
                    subscribers.remove(contract);
                }
            }
        });
    }

    private Optional<Contract> contract(StreamSocket.TokenMode wanted) {
        Segment segment = PacketMapper.segment(wanted.exchangeType());
        return segment == null ? Optional.empty() : catalog.find(segment, wanted.token());
    }

    @Override
    public void changed(Tape tape) {
        List<Subscriber> listening = subscribers.get(tape.contract());
        if (listening == null) {
            return;
        }
        byte[][] encoded = new byte[PacketEncoder.DEPTH20 + 1][];
        for (Subscriber subscriber : listening) {
            int mode = subscriber.mode();
            if (encoded[mode] == null) {
                encoded[mode] = encode(tape, mode);
            }
            subscriber.socket().sendBinary(encoded[mode]);
        }
    }

    /// What anybody listens to. Call under the market's lock.
    List<Contract> subscribed() {
        return List.copyOf(subscribers.keySet());
    }

    private byte[] encode(Tape tape, int mode) {
        packets.incrementAndGet();
        if (mode == PacketEncoder.DEPTH20) {
            return PacketEncoder.depth20(mapper.depth20(tape));
        }
        return PacketEncoder.encode(mapper.packet(tape, mode, ++sequence));
    }
}
