package in.sauda.simulator.upstox;

import in.sauda.simulator.angel.HttpFaults;
import in.sauda.simulator.angel.Json;
import in.sauda.simulator.angel.WireReply;
import in.sauda.simulator.angel.WireSocket;
import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.FaultInjector;
import in.sauda.simulator.faults.Line;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/// The front door: one port for the login dialog, REST, the sockets and the instrument files.
final class UpstoxHandler extends Handler.Abstract {
    private static final String DIALOG = "/v2/login/authorization/dialog";
    private static final String TOKEN = "/v2/login/authorization/token";
    private static final int LARGEST_BODY = 1 << 20;

    private final RestRouter router;
    private final Logins logins;
    private final InstrumentFiles files;
    private final FeedHub feed;
    private final PortfolioHub portfolio;
    private final FaultInjector faults;
    private final HttpFaults httpFaults;
    private final ServerWebSocketContainer sockets;

    UpstoxHandler(
            Server server,
            RestRouter router,
            Logins logins,
            InstrumentFiles files,
            FeedHub feed,
            PortfolioHub portfolio,
            FaultInjector faults) {
        this.router = router;
        this.logins = logins;
        this.files = files;
        this.feed = feed;
        this.portfolio = portfolio;
        this.faults = faults;
        this.httpFaults = new HttpFaults(faults, RestRouter.TOO_FAST);
        this.sockets = ServerWebSocketContainer.ensure(server);
        sockets.setIdleTimeout(Duration.ofMinutes(5));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getCanonicalPath();
        switch (path) {
            case SocketEndpoints.FEED -> open(Line.STREAM, path, request, response, callback, feed::open);
            case SocketEndpoints.PORTFOLIO ->
                open(Line.ORDER_UPDATES, path, request, response, callback, portfolio::open);
            case SocketEndpoints.FEED_DIRECT -> redirect(SocketEndpoints.FEED, request, response, callback);
            case SocketEndpoints.PORTFOLIO_DIRECT -> redirect(SocketEndpoints.PORTFOLIO, request, response, callback);
            case DIALOG -> dialog(request, response, callback);
            default -> rest(path, request, response, callback);
        }
        return true;
    }

    private void open(
            Line line,
            String path,
            Request request,
            Response response,
            Callback callback,
            Supplier<? extends WireSocket> socket) {
        Optional<Fault.RefuseConnections> refusal =
                faults.hit(Fault.RefuseConnections.class, fault -> fault.line().covers(line));
        String code = Optional.ofNullable(
                        Request.extractQueryParameters(request).getValue("code"))
                .orElse("");
        if (refusal.isPresent()) {
            write(response, callback, WireReply.text(refusal.get().status(), ""));
        } else if (!logins.admits(path, code) || (line == Line.STREAM && feed.full())) {
            write(response, callback, WireReply.text(403, "Forbidden"));
        } else {
            sockets.upgrade(
                    (upgrade, answer, done) -> {
                        answer.setExtensions(List.of());
                        return socket.get();
                    },
                    request,
                    response,
                    callback);
        }
    }

    /// A client may also open the public address with its token and follow to the signed one.
    private void redirect(String target, Request request, Response response, Callback callback) {
        try {
            logins.authorised(Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)));
            response.getHeaders().put(HttpHeader.LOCATION, SocketEndpoints.signed(logins, target));
            write(response, callback, WireReply.text(302, ""));
        } catch (ApiError refused) {
            write(response, callback, refused.reply());
        }
    }

    /// The page on which the user logs in: the simulated trader always does at once.
    private void dialog(Request request, Response response, Callback callback) {
        Fields query = Request.extractQueryParameters(request);
        String redirect = Optional.ofNullable(query.getValue("redirect_uri")).orElse("");
        String state = Optional.ofNullable(query.getValue("state")).orElse("");
        try {
            String client = Optional.ofNullable(query.getValue("client_id")).orElse("");
            String code = logins.code(client, redirect);
            String back = redirect + (redirect.contains("?") ? "&" : "?") + "code=" + code
                    + (state.isEmpty() ? "" : "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8));
            response.getHeaders().put(HttpHeader.LOCATION, back);
            write(response, callback, WireReply.text(302, ""));
        } catch (ApiError refused) {
            write(response, callback, refused.reply());
        }
    }

    private void rest(String path, Request request, Response response, Callback callback) throws IOException {
        HttpFaults.Plan plan = httpFaults.plan(path);
        if (plan.lostBefore()) {
            cut(request, callback);
        } else if (plan.instead().isPresent() && !plan.handled()) {
            write(response, callback, plan.instead().get());
        } else if (path.startsWith(InstrumentFiles.ROOT)) {
            file(path.substring(InstrumentFiles.ROOT.length()), response, callback);
        } else {
            answer(path, plan, request, response, callback);
        }
    }

    private void file(String name, Response response, Callback callback) {
        Optional<byte[]> file = files.file(name);
        if (file.isEmpty()) {
            write(response, callback, ApiError.reply(404, "UDAPI100012", "Invalid Endpoint"));
            return;
        }
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/gzip");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, file.get().length);
        response.write(true, ByteBuffer.wrap(file.get()), callback);
    }

    private void answer(String path, HttpFaults.Plan plan, Request request, Response response, Callback callback)
            throws IOException {
        if (request.getLength() > LARGEST_BODY) {
            write(response, callback, WireReply.text(413, "Payload Too Large"));
            return;
        }
        WireReply real = path.equals(TOKEN) ? token(request) : router.handle(incoming(path, request));
        if (plan.lostAfter()) {
            cut(request, callback);
        } else if (plan.half()) {
            writeHalf(request, response, callback, real);
        } else if (plan.delay().isZero()) {
            write(response, callback, plan.instead().orElse(real));
        } else {
            faults.later(
                    plan.delay(), () -> write(response, callback, plan.instead().orElse(real)));
        }
    }

    private RestRouter.Incoming incoming(String path, Request request) throws IOException {
        Map<String, String> query = new HashMap<>();
        Request.extractQueryParameters(request).forEach(field -> query.put(field.getName(), field.getValue()));
        return new RestRouter.Incoming(
                request.getMethod(),
                path,
                query,
                Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)),
                body(request));
    }

    private static String body(Request request) throws IOException {
        return StandardCharsets.UTF_8
                .decode(Content.Source.asByteBuffer(request))
                .toString();
    }

    /// Flat, without an envelope.
    private WireReply token(Request request) throws IOException {
        Optional<Fault.RejectLogins> rejection = faults.hit(Fault.RejectLogins.class, fault -> true);
        if (rejection.isPresent()) {
            return ApiError.reply(401, rejection.get().code(), "Login refused");
        }
        Map<String, String> form = new HashMap<>();
        for (String pair : body(request).split("&", -1)) {
            String[] entry = pair.split("=", 2);
            if (entry.length == 2) {
                form.put(
                        java.net.URLDecoder.decode(entry[0], StandardCharsets.UTF_8),
                        java.net.URLDecoder.decode(entry[1], StandardCharsets.UTF_8));
            }
        }
        try {
            String token = logins.exchange(form);
            var reply = Json.object().put("email", "trader@example.in");
            List.of("NSE", "NFO", "BSE", "CDS", "BFO", "MCX").forEach(reply.putArray("exchanges")::add);
            List.of("D", "CO", "I", "MTF").forEach(reply.putArray("products")::add);
            reply.put("broker", "UPSTOX").put("user_id", logins.app().userId()).put("user_name", "SIMULATED TRADER");
            List.of("MARKET", "LIMIT", "SL", "SL-M").forEach(reply.putArray("order_types")::add);
            reply.put("user_type", "individual")
                    .put("poa", false)
                    .put("is_active", true)
                    .put("access_token", token)
                    .putNull("extended_token");
            return WireReply.json(200, reply);
        } catch (ApiError refused) {
            return refused.reply();
        }
    }

    private static void cut(Request request, Callback callback) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.succeeded();
    }

    private static void write(Response response, Callback callback, WireReply reply) {
        response.write(true, ByteBuffer.wrap(head(response, reply)), callback);
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
}
