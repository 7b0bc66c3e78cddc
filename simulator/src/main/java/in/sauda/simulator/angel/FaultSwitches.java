package in.sauda.simulator.angel;

import in.sauda.simulator.Faults;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// The state behind {@link Faults}.
final class FaultSwitches implements Faults {
    /// An answer to give instead of the real one.
    record Reply(String pathSuffix, int status, String body) {}

    private final AtomicReference<Optional<Reply>> nextReply = new AtomicReference<>(Optional.empty());
    private final AtomicBoolean loseOrderReply = new AtomicBoolean();
    private volatile String loginError = "";
    private volatile Optional<StreamHub> hub = Optional.empty();

    void attach(StreamHub streams) {
        hub = Optional.of(streams);
    }

    @Override
    public void cutSockets() {
        hub.ifPresent(streams -> streams.connections().cutAll());
    }

    @Override
    public void silence(boolean silent) {
        hub.ifPresent(streams -> streams.connections().setSilent(silent));
    }

    @Override
    public void sendRaw(byte[] frame) {
        hub.ifPresent(streams -> streams.connections().all().forEach(socket -> socket.sendBinary(frame)));
    }

    @Override
    public void nextReply(String pathSuffix, int status, String body) {
        nextReply.set(Optional.of(new Reply(pathSuffix, status, body)));
    }

    @Override
    public void loseNextOrderReply() {
        loseOrderReply.set(true);
    }

    @Override
    public void rejectLogins(String code) {
        loginError = code;
    }

    void checkLogin() throws ApiFailure {
        if (!loginError.isEmpty()) {
            throw new ApiFailure(loginError, "Login refused", false);
        }
    }

    /// Takes the prepared answer if it is meant for this path.
    Optional<Reply> takeReply(String path) {
        Optional<Reply> prepared = nextReply.get();
        return prepared.filter(
                reply -> path.endsWith(reply.pathSuffix()) && nextReply.compareAndSet(prepared, Optional.empty()));
    }

    boolean takeLostOrderReply() {
        return loseOrderReply.getAndSet(false);
    }
}
