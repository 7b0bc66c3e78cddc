package in.sauda.broker.angelone;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;

/// The server's ends of the feed sockets.
public final class MockSockets {
    private final Queue<MockResponse> refusals = new ConcurrentLinkedQueue<>();
    private final List<ServerSocket> opened = new CopyOnWriteArrayList<>();
    private volatile boolean answersPing = true;

    /// One accepted socket.
    public final class ServerSocket extends WebSocketListener {
        private volatile boolean cutting;
        private final List<String> texts = new CopyOnWriteArrayList<>();
        private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            socket.complete(webSocket);
            opened.add(this);
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            if (cutting) {
                throw new IllegalStateException("the script cuts the connection here");
            }
            texts.add(text);
            if (text.equals("ping") && answersPing) {
                webSocket.send("pong");
            }
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            webSocket.close(code, reason);
        }

        public List<String> texts() {
            return texts;
        }

        public List<String> subscriptions() {
            return texts.stream().filter(text -> !text.equals("ping")).toList();
        }

        public void send(byte[] frame) {
            socket.join().send(ByteString.of(frame));
        }

        public void send(String text) {
            socket.join().send(text);
        }

        /// The next message from the client makes the server drop the connection without a word.
        public void cutAtNextMessage() {
            cutting = true;
        }

        public void closePolitely(int code, String reason) {
            socket.join().close(code, reason);
        }
    }

    public void refuseNext(int status) {
        refusals.add(new MockResponse.Builder().code(status).build());
    }

    public void fallSilent() {
        answersPing = false;
    }

    MockResponse next() {
        MockResponse refusal = refusals.poll();
        return refusal != null
                ? refusal
                : new MockResponse.Builder()
                        .webSocketUpgrade(new ServerSocket())
                        .build();
    }

    public int count() {
        return opened.size();
    }

    public ServerSocket await(int number) {
        Await.until("socket " + number + " is open", () -> opened.size() >= number);
        return opened.get(number - 1);
    }
}
