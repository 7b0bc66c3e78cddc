package in.sauda.simulator.angel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/// The front door: one port for the stream, the master and REST.
final class WireHandler extends Handler.Abstract {
    static final String STREAM = "/smart-stream";
    static final String ORDER_UPDATES = "/smart-order-update";
    private static final int LARGEST_BODY = 1 << 20;
    private static final String ORDER_PATHS = "/order/v1/";

    private final RestHandler rest;
    private final MasterDownload master;
    private final StreamHub hub;
    private final OrderHub orders;
    private final Logins logins;
    private final FaultSwitches faults;
    private final ServerWebSocketContainer sockets;

    WireHandler(
            Server server,
            RestHandler rest,
            MasterDownload master,
            StreamHub hub,
            OrderHub orders,
            Logins logins,
            FaultSwitches faults) {
        this.rest = rest;
        this.master = master;
        this.hub = hub;
        this.orders = orders;
        this.logins = logins;
        this.faults = faults;
        this.sockets = ServerWebSocketContainer.ensure(server);
        sockets.setIdleTimeout(Duration.ofMinutes(5));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        Optional<FaultSwitches.Reply> prepared = faults.takeReply(path);
        if (prepared.isPresent()) {
            FaultSwitches.Reply reply = prepared.get();
            write(response, callback, RestHandler.Reply.text(reply.status(), reply.body()));
        } else if (RestHandler.normalised(path).equals(STREAM)) {
            return openStream(request, response, callback);
        } else if (RestHandler.normalised(path).equals(ORDER_UPDATES)) {
            return openOrderUpdates(request, response, callback);
        } else if (path.equals(MasterDownload.PATH)) {
            master.serve(request, response);
            callback.succeeded();
        } else {
            answer(request, response, callback, path);
        }
        return true;
    }

    private void answer(Request request, Response response, Callback callback, String path) throws IOException {
        if (request.getLength() > LARGEST_BODY) {
            write(response, callback, RestHandler.Reply.text(413, "Payload Too Large"));
            return;
        }
        String body = StandardCharsets.UTF_8
                .decode(Content.Source.asByteBuffer(request))
                .toString();
        RestHandler.Reply reply = rest.handle(new RestHandler.Incoming(
                request.getMethod(),
                path,
                Optional.ofNullable(request.getHeaders().get("X-PrivateKey")),
                Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)),
                body));
        if (path.contains(ORDER_PATHS) && path.endsWith("Order") && faults.takeLostOrderReply()) {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.succeeded();
            return;
        }
        write(response, callback, reply);
    }

    private static void write(Response response, Callback callback, RestHandler.Reply reply) {
        response.setStatus(reply.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private boolean openStream(Request request, Response response, Callback callback) {
        Fields query = Request.extractQueryParameters(request);
        String clientCode = parameter(request, query, "x-client-code", "clientCode");
        String feedToken = parameter(request, query, "x-feed-token", "feedToken");
        String authorization = Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .orElse("");
        Optional<Logins.Login> login = logins.streaming(clientCode, feedToken, authorization);
        if (login.isEmpty()) {
            response.getHeaders().put("x-error-message", "Invalid Feed Token or Client Code");
            write(response, callback, RestHandler.Reply.text(401, "Unauthorized"));
            return true;
        }
        if (hub.connections().full(login.get().clientCode())) {
            response.getHeaders().put("x-error-message", "Connection limit exceeded");
            write(response, callback, RestHandler.Reply.text(429, "Too Many Requests"));
            return true;
        }
        return upgrade(request, response, callback, () -> hub.open(login.get().clientCode()));
    }

    /// Without any token the handshake fails; whatever token comes, the first frame says what is wrong with it.
    private boolean openOrderUpdates(Request request, Response response, Callback callback) {
        String authorization = Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .orElse("");
        if (authorization.isBlank()) {
            write(response, callback, RestHandler.Reply.text(401, "Unauthorized"));
            return true;
        }
        OrderHub.Admission admission = logins.orderUpdates(authorization);
        return upgrade(request, response, callback, () -> orders.open(admission));
    }

    private boolean upgrade(Request request, Response response, Callback callback, Supplier<WireSocket> socket) {
        return sockets.upgrade(
                (upgrade, answer, done) -> {
                    // Compressing 51 to 379 bytes costs more than it saves on loopback.
                    answer.setExtensions(List.of());
                    return socket.get();
                },
                request,
                response,
                callback);
    }

    private static String parameter(Request request, Fields query, String header, String name) {
        String sent = request.getHeaders().get(header);
        return sent != null
                ? sent.strip()
                : Optional.ofNullable(query.getValue(name)).orElse("");
    }
}
