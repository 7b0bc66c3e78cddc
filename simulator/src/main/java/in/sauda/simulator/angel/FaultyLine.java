package in.sauda.simulator.angel;

import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.FaultInjector;
import in.sauda.simulator.faults.Line;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way of a frame from the server to one socket, with everything that may happen to it there.
final class FaultyLine {
    private static final int BYTES = 0x7f;

    private final Line line;
    private final FaultInjector faults;
    private final VanishedFrames vanished;
    private final FrameSender sender;
    private @Nullable Object held;

    FaultyLine(Connections connections, FrameSender sender) {
        this.line = connections.line();
        this.faults = connections.faults();
        this.vanished = connections.vanished();
        this.sender = sender;
    }

    /// @param frame bytes of a binary frame or text of a text frame
    /// @param answer true for the answer to a ping
    void send(Object frame, boolean answer) {
        if (faults.calm() && held == null) {
            sender.offer(frame);
        } else {
            route(frame, answer);
        }
    }

    /// True when nothing at all comes, or nothing but answers to pings.
    boolean silent(boolean answer) {
        return faults.active(
                        Fault.Silence.class, silence -> silence.line().covers(line) && !(answer && silence.pongs()))
                .isPresent();
    }

    private <F extends Fault.OnFrames> Optional<F> hit(Class<F> kind) {
        return faults.hit(kind, fault -> fault.line().covers(line));
    }

    private void route(Object frame, boolean answer) {
        if (silent(answer)) {
            sender.lost();
            return;
        }
        if (answer) {
            sender.offer(frame);
            return;
        }
        if (hit(Fault.Drop.class).isPresent()) {
            sender.lost();
            vanished.add(frame);
            return;
        }
        Object sent = damaged(frame);
        Optional<Fault.Delay> delay = hit(Fault.Delay.class);
        if (delay.isPresent()) {
            faults.later(delay.get().by(), () -> sender.offer(sent));
            return;
        }
        inTurn(sent);
        if (hit(Fault.Duplicate.class).isPresent()) {
            sender.offer(sent);
        }
    }

    /// A frame that is held back goes after the next one.
    private synchronized void inTurn(Object frame) {
        Object waiting = held;
        if (waiting == null && hit(Fault.Reorder.class).isPresent()) {
            held = frame;
            return;
        }
        sender.offer(frame);
        if (waiting != null) {
            held = null;
            sender.offer(waiting);
        }
    }

    private Object damaged(Object frame) {
        if (hit(Fault.HalfFrame.class).isPresent()) {
            return resized(frame, length(frame) / 2);
        }
        if (hit(Fault.Garbage.class).isPresent()) {
            byte[] garbage = faults.garbage(length(frame));
            return frame instanceof byte[] ? garbage : printable(garbage);
        }
        Optional<Fault.WrongLength> wrong = hit(Fault.WrongLength.class);
        return wrong.isPresent()
                ? resized(frame, Math.max(0, length(frame) + wrong.get().by()))
                : frame;
    }

    private static int length(Object frame) {
        return frame instanceof byte[] bytes ? bytes.length : ((String) frame).length();
    }

    private static Object resized(Object frame, int length) {
        if (frame instanceof byte[] bytes) {
            return Arrays.copyOf(bytes, length);
        }
        String text = (String) frame;
        return length <= text.length() ? text.substring(0, length) : text + " ".repeat(length - text.length());
    }

    private static String printable(byte[] bytes) {
        byte[] ascii = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            ascii[i] = (byte) Math.max(' ', bytes[i] & BYTES);
        }
        return new String(ascii, StandardCharsets.US_ASCII);
    }
}
