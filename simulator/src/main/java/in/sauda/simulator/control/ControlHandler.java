package in.sauda.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.simulator.Simulator;
import in.sauda.simulator.Truth;
import in.sauda.simulator.faults.FaultInjector;
import in.sauda.simulator.faults.FaultRule;
import in.sauda.simulator.faults.FaultScript;
import in.sauda.simulator.faults.FaultScriptException;
import in.sauda.simulator.faults.FaultTarget;
import in.sauda.simulator.upstox.UpstoxServer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// The calls of the control port; a wrong one is answered 400 with a sentence.
final class ControlHandler extends Handler.Abstract {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Simulator simulator;
    private final TruthJson truth;

    ControlHandler(Simulator simulator) {
        this.simulator = simulator;
        this.truth = new TruthJson(simulator);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String body = StandardCharsets.UTF_8
                .decode(Content.Source.asByteBuffer(request))
                .toString();
        String call = request.getMethod() + " " + Request.getPathInContext(request);
        try {
            ObjectNode answer = switch (call) {
                case "POST /faults" -> inject(wire(request), body);
                case "DELETE /faults" -> clear(wire(request));
                case "GET /state" -> truth.state(wire(request).truth(), candles(request));
                case "POST /clock" -> clock(body);
                case "POST /logout" -> logout(wire(request));
                case "POST /depth" -> depth(wire(request), body);
                case "POST /reset" -> reset();
                default -> null;
            };
            if (answer == null) {
                write(response, callback, 404, error("There is no '" + call + "' here"));
            } else {
                write(response, callback, 200, answer);
            }
        } catch (FaultScriptException | JsonProcessingException | DateTimeParseException | IllegalArgumentException e) {
            write(response, callback, 400, error(String.valueOf(e.getMessage())));
        }
        return true;
    }

    /// Which broker's wire a call is about.
    private record Wire(FaultInjector faults, FaultTarget target, Supplier<Truth> told, Consumer<Boolean> deep) {
        Truth truth() {
            return told.get();
        }
    }

    /// {@code ?wire=upstox}; Angel One's without it.
    private Wire wire(Request request) {
        String name = Request.extractQueryParameters(request).getValue("wire");
        if (name == null || name.equals("angelone")) {
            return new Wire(simulator.faults(), simulator.server(), simulator::truth, simulator.server()::serveDepth20);
        }
        if (!name.equals("upstox")) {
            throw new IllegalArgumentException("wire must be angelone or upstox, not " + name);
        }
        try {
            UpstoxServer upstox = simulator.served();
            return new Wire(simulator.upstoxFaults(), upstox, simulator::upstoxTruth, upstox::servePlus);
        } catch (IllegalStateException notServed) {
            throw new IllegalArgumentException(String.valueOf(notServed.getMessage()), notServed);
        }
    }

    private ObjectNode inject(Wire wire, String body) throws FaultScriptException {
        List<FaultRule> rules = FaultScript.parse(body);
        wire.faults().inject(rules);
        return done().put("rules", rules.size());
    }

    private ObjectNode clear(Wire wire) {
        wire.faults().clear();
        return done();
    }

    /// {@code to} is a time of the exchange's day or a date and time, {@code speed} market seconds a second.
    private ObjectNode clock(String body) throws JsonProcessingException {
        JsonNode wanted = JSON.readTree(body);
        if (wanted.hasNonNull("to")) {
            simulator.clock().jumpTo(moment(wanted.path("to").asText()));
        }
        if (wanted.hasNonNull("speed")) {
            simulator.clock().setSpeed(wanted.path("speed").asDouble());
        }
        return done().put("millis", simulator.clock().millis());
    }

    private LocalDateTime moment(String text) {
        return text.contains("T")
                ? LocalDateTime.parse(text)
                : simulator.clock().date().atTime(LocalTime.parse(text));
    }

    private ObjectNode logout(Wire wire) {
        wire.target().endLogins();
        return done();
    }

    /// {@code {"deep":true}} serves books beyond five levels, which Angel One has ended and Upstox sells with a plan.
    private static ObjectNode depth(Wire wire, String body) throws JsonProcessingException {
        wire.deep().accept(JSON.readTree(body).path("deep").asBoolean());
        return done();
    }

    private ObjectNode reset() {
        simulator.reset();
        return done();
    }

    /// {@code ?candles=NSE:3045,NFO:57033}; without it those anybody has subscribed to.
    private static @Nullable List<InstrumentKey> candles(Request request) {
        String wanted = Request.extractQueryParameters(request).getValue("candles");
        if (wanted == null) {
            return null;
        }
        List<InstrumentKey> keys = new ArrayList<>();
        for (String key : List.of(wanted.split(",", -1))) {
            int colon = key.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("candles must be like NSE:3045,NFO:57033");
            }
            keys.add(new InstrumentKey(Segment.valueOf(key.substring(0, colon)), key.substring(colon + 1)));
        }
        return keys;
    }

    private static ObjectNode done() {
        return JsonNodeFactory.instance.objectNode().put("done", true);
    }

    private static ObjectNode error(String message) {
        return JsonNodeFactory.instance.objectNode().put("done", false).put("error", message);
    }

    private static void write(Response response, Callback callback, int status, ObjectNode answer) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(answer.toString().getBytes(StandardCharsets.UTF_8)), callback);
    }
}
