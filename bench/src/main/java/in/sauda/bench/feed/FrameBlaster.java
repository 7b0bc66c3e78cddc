package in.sauda.bench.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A process of its own that accepts WebSockets and sends packets on a beat of one millisecond, and nothing else: the
/// measured process pays for receiving alone.
///
/// Prints {@code port N} when it listens and {@code sent N} when it is done. Sends whatever happens; a receiver that
/// falls behind makes the socket's buffer full and the sender late, which it prints.
public final class FrameBlaster {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int HEADER = 4;
    private static final int TEXT_OPCODE_MASKED_MINIMUM = 6;
    private static final long BEAT_NANOS = 1_000_000;
    /// A client that pings wants to hear something back; nobody asks whether it came before.
    private static final byte[] PONG = {(byte) 0x8A, 0};

    private static final long PONG_NANOS = 3_000_000_000L;
    private static final long SETTLE_NANOS = 2_000_000_000L;
    private static final int MOST_AT_ONCE = 400;

    private final Load load;
    private final int connections;
    private final int framesPerSecond;
    private final long durationNanos;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong longestDelayNanos = new AtomicLong();

    private FrameBlaster(Load load, int connections, int framesPerSecond, long durationNanos) {
        this.load = load;
        this.connections = connections;
        this.framesPerSecond = framesPerSecond;
        this.durationNanos = durationNanos;
    }

    /// @param args load, connections, frames a second on each, seconds
    public static void main(String[] args) throws Exception {
        new FrameBlaster(
                        Load.valueOf(args[0]),
                        Integer.parseInt(args[1]),
                        Integer.parseInt(args[2]),
                        Long.parseLong(args[3]) * 1_000_000_000L)
                .serve();
    }

    private void serve() throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, connections, InetAddress.getLoopbackAddress())) {
            System.out.println("port " + server.getLocalPort());
            List<Thread> threads = new ArrayList<>();
            for (int connection = 0; connection < connections; connection++) {
                Socket socket = server.accept();
                int first = connection * load.size() / connections;
                threads.add(Thread.ofPlatform().name("blast-" + connection).start(() -> guarded(socket, first)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        System.out.println("sent " + sent.get() + " longest delay ms " + longestDelayNanos.get() / BEAT_NANOS);
        System.out.flush();
        // Stay until the receiver has read what is on its way; it closes our input when it has.
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    private void guarded(Socket socket, int firstInstrument) {
        try {
            blast(socket, firstInstrument);
        } catch (IOException failure) {
            System.err.println("connection failed: " + failure);
        }
    }

    private void blast(Socket socket, int firstInstrument) throws IOException {
        socket.setTcpNoDelay(true);
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream();
        shakeHands(in, out);
        // The first request has come when these bytes have; what it says is known.
        in.readNBytes(TEXT_OPCODE_MASKED_MINIMUM);
        Thread.ofVirtual().start(() -> discard(in));
        LockSupport.parkNanos(SETTLE_NANOS);
        int instruments = load.size() / connections;
        ByteBuffer[] frames = new ByteBuffer[instruments];
        for (int i = 0; i < instruments; i++) {
            frames[i] = ByteBuffer.wrap(load.frame(firstInstrument + i)).order(ByteOrder.LITTLE_ENDIAN);
        }
        int longest = Arrays.stream(frames).mapToInt(ByteBuffer::capacity).max().orElse(0);
        run(out, new byte[MOST_AT_ONCE * (HEADER + longest)], frames);
    }

    private void run(OutputStream out, byte[] buffer, ByteBuffer[] frames) throws IOException {
        long start = System.nanoTime();
        long mine = 0;
        long lastPong = start;
        for (long now = start; now - start < durationNanos; now = System.nanoTime()) {
            long due = (now - start) * framesPerSecond / 1_000_000_000L - mine;
            int count = (int) Math.min(MOST_AT_ONCE, due);
            longestDelayNanos.accumulateAndGet(due * 1_000_000_000L / framesPerSecond, Math::max);
            long wallMillis = System.currentTimeMillis();
            int length = 0;
            for (int i = 0; i < count; i++) {
                ByteBuffer frame = frames[(int) (mine % frames.length)];
                load.stamp(frame, ++mine, wallMillis);
                length = append(buffer, length, frame);
            }
            out.write(buffer, 0, length);
            if (now - lastPong > PONG_NANOS) {
                lastPong = now;
                out.write(PONG);
            }
            if (count < MOST_AT_ONCE) {
                LockSupport.parkNanos(BEAT_NANOS);
            }
        }
        sent.addAndGet(mine);
    }

    private static int append(byte[] buffer, int at, ByteBuffer frame) {
        buffer[at] = (byte) 0x82;
        buffer[at + 1] = 126;
        int length = frame.capacity();
        buffer[at + 2] = (byte) (length >>> 8);
        buffer[at + 3] = (byte) length;
        frame.get(0, buffer, at + HEADER, length);
        return at + HEADER + length;
    }

    /// The client sends nothing after its handshake before it has our answer, so reading ahead loses nothing.
    private static void shakeHands(InputStream in, OutputStream out) throws IOException {
        String key = "";
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
                key = line.substring(line.indexOf(':') + 1).strip();
            }
        }
        out.write(
                ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                                + accept(key) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void discard(InputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            System.err.println("receiver closed: " + closed.getMessage());
        }
    }
}
