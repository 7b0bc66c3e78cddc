package in.sauda.simulator.angel;

import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.FaultInjector;
import in.sauda.simulator.faults.Line;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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

/// The front door: one port for the sockets, the master and REST.
final class WireHandler extends Handler.Abstract {
    static final String STREAM = "/smart-stream";
    static final String ORDER_UPDATES = "/smart-order-update";
    private static final int LARGEST_BODY = 1 << 20;

    private final RestHandler rest;
    private final MasterDownload master;
    private final StreamHub hub;
    private final OrderHub orders;
    private final Logins logins;
    private final FaultInjector faults;
    private final HttpFaults httpFaults;
    private final ServerWebSocketContainer sockets;

    WireHandler(
            Server server,
            RestHandler rest,
            MasterDownload master,
            StreamHub hub,
            OrderHub orders,
            Logins logins,
            FaultInjector faults) {
        this.rest = rest;
        this.master = master;
        this.hub = hub;
        this.orders = orders;
        this.logins = logins;
        this.faults = faults;
        this.httpFaults = new HttpFaults(faults, WireReply.text(403, RestHandler.RATE_LIMITED));
        this.sockets = ServerWebSocketContainer.ensure(server);
        sockets.setIdleTimeout(Duration.ofMinutes(5));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        skewDate(response);
        String path = RestHandler.normalised(Request.getPathInContext(request));
        if (path.equals(STREAM)) {
            return openStream(request, response, callback);
        } else if (path.equals(ORDER_UPDATES)) {
            return openOrderUpdates(request, response, callback);
        }
        HttpFaults.Plan plan = httpFaults.plan(path);
        if (plan.lostBefore()) {
            cut(request, callback);
        } else if (plan.instead().isPresent() && !plan.handled()) {
            write(response, callback, plan.instead().get());
        } else if (path.equals(MasterDownload.PATH)) {
            master.serve(request, response);
            callback.succeeded();
        } else {
            answer(request, response, callback, path, plan);
        }
        return true;
    }

    private void skewDate(Response response) {
        long skew = faults.skewMillis();
        if (skew != 0) {
            Instant shown = Instant.ofEpochMilli(logins.wallMillis() + skew);
            response.getHeaders()
                    .put(HttpHeader.DATE, DateTimeFormatter.RFC_1123_DATE_TIME.format(shown.atOffset(ZoneOffset.UTC)));
        }
    }

    private void answer(Request request, Response response, Callback callback, String path, HttpFaults.Plan plan)
            throws IOException {
        if (request.getLength() > LARGEST_BODY) {
            write(response, callback, WireReply.text(413, "Payload Too Large"));
            return;
        }
        String body = StandardCharsets.UTF_8
                .decode(Content.Source.asByteBuffer(request))
                .toString();
        WireReply real = rest.handle(new RestHandler.Incoming(
                request.getMethod(),
                path,
                Optional.ofNullable(request.getHeaders().get("X-PrivateKey")),
                Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)),
                Request.getRemoteAddr(request),
                body));
        if (plan.lostAfter()) {
            cut(request, callback);
        } else if (plan.half()) {
            writeHalf(request, response, callback, real);
        } else {
            later(plan.delay(), () -> write(response, callback, plan.instead().orElse(real)));
        }
    }

    private void later(Duration delay, Runnable work) {
        if (delay.isZero()) {
            work.run();
        } else {
            faults.later(delay, work);
        }
    }

    private static void cut(Request request, Callback callback) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.succeeded();
    }

    private static void write(Response response, Callback callback, WireReply reply) {
        byte[] body = head(response, reply);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /// Promises the whole answer, sends half of it and hangs up.
    private static void writeHalf(Request request, Response response, Callback callback, WireReply reply) {
        byte[] body = head(response, reply);
        response.write(
                false,
                ByteBuffer.wrap(body, 0, body.length / 2),
                Callback.from(() -> cut(request, callback), callback::failed));
    }

    private static byte[] head(Response response, WireReply reply) {
        response.setStatus(reply.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        return body;
    }

    /// True when new connections of this kind are turned away; the answer is then on its way.
    private boolean refused(Line line, Response response, Callback callback) {
        Optional<Fault.RefuseConnections> refusal =
                faults.hit(Fault.RefuseConnections.class, fault -> fault.line().covers(line));
        refusal.ifPresent(fault -> write(response, callback, WireReply.text(fault.status(), "")));
        return refusal.isPresent();
    }

    private boolean openStream(Request request, Response response, Callback callback) {
        if (refused(Line.STREAM, response, callback)) {
            return true;
        }
        Fields query = Request.extractQueryParameters(request);
        String clientCode = parameter(request, query, "x-client-code", "clientCode");
        String feedToken = parameter(request, query, "x-feed-token", "feedToken");
        String authorization = Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .orElse("");
        Optional<Logins.Login> login = logins.streaming(clientCode, feedToken, authorization);
        if (login.isEmpty()) {
            response.getHeaders().put("x-error-message", "Invalid Feed Token or Client Code");
            write(response, callback, WireReply.text(401, "Unauthorized"));
            return true;
        }
        if (hub.connections().full(login.get().clientCode())) {
            response.getHeaders().put("x-error-message", "Connection limit exceeded");
            write(response, callback, WireReply.text(429, "Too Many Requests"));
            return true;
        }
        return upgrade(request, response, callback, () -> hub.open(login.get().clientCode()));
    }

    /// Without any token the handshake fails; whatever token comes, the first frame says what is wrong with it.
    private boolean openOrderUpdates(Request request, Response response, Callback callback) {
        if (refused(Line.ORDER_UPDATES, response, callback)) {
            return true;
        }
        String authorization = Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .orElse("");
        if (authorization.isBlank()) {
            write(response, callback, WireReply.text(401, "Unauthorized"));
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
