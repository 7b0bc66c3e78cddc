package in.sauda.simulator.angel;

import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.FaultInjector;
import in.sauda.simulator.faults.Line;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// The open sockets of one kind. Safe from any thread.
public final class Connections {
    /// Per client code, for each kind of socket (protocol 4.2, 5.1).
    static final int LIMIT = 3;

    private final List<WireSocket> open = new CopyOnWriteArrayList<>();
    private final AtomicLong dropped = new AtomicLong();
    private final VanishedFrames vanished = new VanishedFrames();
    private final Line line;
    private final FaultInjector faults;
    private final long pingNanos;
    private long sincePingNanos;

    /// A server that waits for the client's pings.
    public Connections(Line line, FaultInjector faults) {
        this(line, faults, Duration.ofDays(1));
    }

    /// @param ping how often every client gets an empty ping
    public Connections(Line line, FaultInjector faults, Duration ping) {
        this.pingNanos = ping.toNanos();
        this.line = line;
        this.faults = faults;
    }

    public void add(WireSocket socket) {
        open.add(socket);
    }

    /// @return true when it was listed
    public boolean remove(WireSocket socket) {
        return open.remove(socket);
    }

    public boolean full(String clientCode) {
        return open.stream()
                        .filter(socket -> socket.clientCode().equals(clientCode))
                        .count()
                >= LIMIT;
    }

    public int count() {
        return open.size();
    }

    public List<WireSocket> all() {
        return open;
    }

    public AtomicLong dropped() {
        return dropped;
    }

    VanishedFrames vanished() {
        return vanished;
    }

    public Line line() {
        return line;
    }

    FaultInjector faults() {
        return faults;
    }

    public void cutAll() {
        open.forEach(WireSocket::cut);
    }

    /// Lets slow lines send what the time allows, and pings when that is due.
    public void tick(long nanos) {
        Optional<Fault.Slow> slow =
                faults.active(Fault.Slow.class, fault -> fault.line().covers(line));
        double frames =
                slow.map(fault -> fault.framesPerSecond() * (nanos / 1e9)).orElse(Double.POSITIVE_INFINITY);
        open.forEach(socket -> socket.allow(frames));
        sincePingNanos += nanos;
        if (sincePingNanos >= pingNanos) {
            sincePingNanos = 0;
            open.forEach(WireSocket::ping);
        }
    }
}
