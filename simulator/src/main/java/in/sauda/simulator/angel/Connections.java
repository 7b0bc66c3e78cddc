package in.sauda.simulator.angel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// The open sockets of one kind. Safe from any thread.
final class Connections {
    /// Per client code, for each kind of socket (protocol 4.2, 5.1).
    static final int LIMIT = 3;

    private final List<WireSocket> open = new CopyOnWriteArrayList<>();
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean silent;

    void add(WireSocket socket) {
        open.add(socket);
    }

    /// @return true when it was listed
    boolean remove(WireSocket socket) {
        return open.remove(socket);
    }

    boolean full(String clientCode) {
        return open.stream()
                        .filter(socket -> socket.clientCode().equals(clientCode))
                        .count()
                >= LIMIT;
    }

    int count() {
        return open.size();
    }

    List<WireSocket> all() {
        return open;
    }

    AtomicLong dropped() {
        return dropped;
    }

    boolean silent() {
        return silent;
    }

    void setSilent(boolean wanted) {
        silent = wanted;
    }

    void cutAll() {
        open.forEach(WireSocket::cut);
    }
}
