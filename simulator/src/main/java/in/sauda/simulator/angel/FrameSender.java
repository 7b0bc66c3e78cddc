package in.sauda.simulator.angel;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/// Sends frames of one socket without ever making the market wait.
///
/// Bounded: when a client reads too slowly the oldest waiting frame is dropped and counted. A later frame of the same
/// instrument carries the newer state, so a slow client sees fewer updates, not wrong ones.
final class FrameSender {
    private static final int WAITING_LIMIT = 8_192;
    private static final int IN_FLIGHT_LIMIT = 64;
    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    private final Session session;
    private final AtomicLong droppedInAll;
    private final ArrayDeque<Object> waiting = new ArrayDeque<>();
    private final Callback sent = Callback.from(this::completed, failure -> failed());
    private double allowance = UNLIMITED;
    private int inFlight;
    private boolean broken;
    private long sentFrames;
    private long droppedFrames;

    /// @param dropped counts frames given up, shared by all sockets of a kind
    FrameSender(Session session, AtomicLong dropped) {
        this.session = session;
        this.droppedInAll = dropped;
    }

    /// Queues a frame: bytes for a binary one, text for a text one.
    void offer(Object frame) {
        synchronized (this) {
            if (broken) {
                return;
            }
            if (waiting.size() >= WAITING_LIMIT) {
                waiting.removeFirst();
                lost();
            }
            waiting.addLast(frame);
        }
        drain();
    }

    /// Counts a frame that will never be sent.
    synchronized void lost() {
        droppedFrames++;
        droppedInAll.incrementAndGet();
    }

    /// Lets that many more frames go, or any number when infinite.
    void allow(double frames) {
        synchronized (this) {
            allowance = Double.isInfinite(frames) || Double.isInfinite(allowance)
                    ? frames
                    : Math.min(allowance + frames, Math.max(1, frames));
        }
        drain();
    }

    synchronized long sentFrames() {
        return sentFrames;
    }

    synchronized long droppedFrames() {
        return droppedFrames;
    }

    synchronized int waitingFrames() {
        return waiting.size();
    }

    private void drain() {
        for (Object frame = next(); frame != null; frame = next()) {
            if (frame instanceof byte[] bytes) {
                session.sendBinary(ByteBuffer.wrap(bytes), sent);
            } else {
                session.sendText((String) frame, sent);
            }
        }
    }

    private synchronized @Nullable Object next() {
        if (broken || inFlight >= IN_FLIGHT_LIMIT || waiting.isEmpty() || allowance < 1) {
            return null;
        }
        allowance--;
        inFlight++;
        sentFrames++;
        return waiting.removeFirst();
    }

    private void completed() {
        synchronized (this) {
            inFlight--;
            if (inFlight > IN_FLIGHT_LIMIT / 2 || waiting.isEmpty()) {
                return;
            }
        }
        drain();
    }

    private synchronized void failed() {
        broken = true;
        waiting.clear();
    }
}
