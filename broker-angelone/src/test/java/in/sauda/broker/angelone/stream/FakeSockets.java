package in.sauda.broker.angelone.stream;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.angelone.MockBroker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// Sockets without a network: the test is the server, and counts what each of them has subscribed.
final class FakeSockets {
    private static final Request REQUEST =
            new Request.Builder().url("http://localhost/").build();

    final List<FakeSocket> opened = new CopyOnWriteArrayList<>();
    /// Everything sent on any socket, in order: "2 +500" for five hundred tokens subscribed on connection 2.
    final List<String> log = new CopyOnWriteArrayList<>();

    SocketOpener opener(int index) {
        return new SocketOpener() {
            @Override
            public WebSocket open(FeedLogin login, WebSocketListener listener) {
                FakeSocket socket = new FakeSocket(index + 1, listener);
                opened.add(socket);
                return socket;
            }

            @Override
            public void close() {}
        };
    }

    /// The newest socket of a connection, counted from 1.
    @Nullable
    FakeSocket newest(int connection) {
        FakeSocket newest = null;
        for (FakeSocket socket : opened) {
            newest = socket.connection == connection ? socket : newest;
        }
        return newest;
    }

    /// The client's end of one socket.
    final class FakeSocket implements WebSocket {
        final int connection;
        final Set<String> tokens = new HashSet<>();
        final List<Integer> batches = new ArrayList<>();
        int pings;
        boolean answersPing = true;
        boolean gone;
        private final WebSocketListener listener;

        private FakeSocket(int connection, WebSocketListener listener) {
            this.connection = connection;
            this.listener = listener;
        }

        void accept() {
            listener.onOpen(this, response(101));
        }

        void refuse(int status) {
            gone = true;
            listener.onFailure(this, new IOException("refused"), response(status));
        }

        void cut() {
            gone = true;
            listener.onFailure(this, new IOException("cut"), null);
        }

        void frame(byte[] bytes) {
            listener.onMessage(this, ByteString.of(bytes));
        }

        private static Response response(int code) {
            return new Response.Builder()
                    .request(REQUEST)
                    .protocol(Protocol.HTTP_1_1)
                    .code(code)
                    .message("")
                    .build();
        }

        @Override
        public boolean send(String text) {
            if (text.equals("ping")) {
                pings++;
                if (answersPing) {
                    listener.onMessage(this, "pong");
                }
                return true;
            }
            JsonNode message = MockBroker.json(text);
            List<String> named = new ArrayList<>();
            message.at("/params/tokenList")
                    .forEach(list -> list.path("tokens").forEach(token -> named.add(token.asText())));
            batches.add(named.size());
            if (message.path("action").asInt() == 1) {
                tokens.addAll(named);
                log.add(connection + " +" + named.size());
            } else {
                named.forEach(tokens::remove);
                log.add(connection + " -" + named.size());
            }
            return true;
        }

        @Override
        public boolean close(int code, @Nullable String reason) {
            gone = true;
            log.add(connection + " closed");
            return true;
        }

        @Override
        public void cancel() {
            gone = true;
        }

        @Override
        public Request request() {
            return REQUEST;
        }

        @Override
        public long queueSize() {
            return 0;
        }

        @Override
        public boolean send(ByteString bytes) {
            throw new AssertionError("the feed sends no binary frames");
        }
    }
}
