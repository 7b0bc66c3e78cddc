package in.sauda.simulator.faults;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads fault scripts: a JSON array of entries, or one entry. See {@code docs/simulator.md}.
public final class FaultScript {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private FaultScript() {}

    /// @throws FaultScriptException naming the line and the field
    public static List<FaultRule> parse(String text) throws FaultScriptException {
        try (JsonParser parser = JSON.createParser(text)) {
            List<FaultRule> rules = new ArrayList<>();
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                rules.add(rule(entry(parser)));
                return rules;
            }
            if (first != JsonToken.START_ARRAY) {
                throw new FaultScriptException(1, "a script is a list of entries in square brackets");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() != JsonToken.START_OBJECT) {
                    throw new FaultScriptException(line(parser), "every entry is an object in braces");
                }
                rules.add(rule(entry(parser)));
            }
            return rules;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new FaultScriptException(line, "not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new IllegalStateException("text in memory can always be read", e);
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static ScriptEntry entry(JsonParser parser) throws IOException {
        int line = line(parser);
        Map<String, ScriptEntry.Located> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int fieldLine = line(parser);
            parser.nextToken();
            JsonNode value = JSON.readTree(parser);
            fields.put(name, new ScriptEntry.Located(value, fieldLine));
        }
        return new ScriptEntry(fields, line);
    }

    private static FaultRule rule(ScriptEntry entry) throws FaultScriptException {
        FaultRule rule = new FaultRule(
                fault(entry),
                entry.start(),
                entry.positiveDuration("every"),
                entry.positiveDuration("for"),
                entry.whole("count", 0, Integer.MAX_VALUE, Optional.of(0)));
        entry.text("comment", "");
        entry.rejectUnknown();
        return rule;
    }

    private static Fault fault(ScriptEntry entry) throws FaultScriptException {
        String name = entry.text("fault");
        return switch (name) {
            case "drop", "delay", "duplicate", "reorder", "half-frame", "garbage", "wrong-length" ->
                frames(name, entry);
            case "silence", "slow", "refuse-connections", "cut", "send-frame" -> sockets(name, entry);
            case "rate-limit",
                    "http-error",
                    "empty-body",
                    "html",
                    "half-body",
                    "lose-reply",
                    "lose-request",
                    "slow-reply" -> requests(name, entry);
            case "clock-skew" -> new Fault.ClockSkew(entry.duration("by"));
            case "unregistered-ip" -> new Fault.UnregisteredIp();
            case "reject-logins" -> new Fault.RejectLogins(entry.text("code"));
            case "end-logins" -> new Fault.EndLogins();
            default -> throw entry.wrong("fault", "names no fault: '" + name + "'");
        };
    }

    private static Fault frames(String name, ScriptEntry entry) throws FaultScriptException {
        Line line = entry.line(Line.STREAM);
        double share = entry.share();
        return switch (name) {
            case "drop" -> new Fault.Drop(line, share);
            case "delay" -> new Fault.Delay(line, share, later(entry));
            case "duplicate" -> new Fault.Duplicate(line, share);
            case "reorder" -> new Fault.Reorder(line, share);
            case "half-frame" -> new Fault.HalfFrame(line, share);
            case "garbage" -> new Fault.Garbage(line, share);
            default -> new Fault.WrongLength(line, share, entry.whole("by", -400, 4_096, Optional.empty()));
        };
    }

    private static Duration later(ScriptEntry entry) throws FaultScriptException {
        Duration by = entry.duration("by");
        if (by.isNegative()) {
            throw entry.wrong("by", "must not be negative");
        }
        return by;
    }

    private static Fault sockets(String name, ScriptEntry entry) throws FaultScriptException {
        Line line = entry.line(Line.BOTH);
        return switch (name) {
            case "silence" -> new Fault.Silence(line, entry.flag("pongs", false));
            case "slow" -> new Fault.Slow(line, entry.whole("framesPerSecond", 1, 1_000_000, Optional.empty()));
            case "refuse-connections" ->
                new Fault.RefuseConnections(line, entry.whole("status", 400, 599, Optional.of(503)));
            case "cut" -> new Fault.Cut(line);
            default -> new Fault.SendFrame(line, hex(entry));
        };
    }

    private static String hex(ScriptEntry entry) throws FaultScriptException {
        String hex = entry.text("hex");
        if (!hex.matches("([0-9a-fA-F]{2})+")) {
            throw entry.wrong("hex", "must be pairs of hexadecimal digits");
        }
        return hex;
    }

    private static Fault requests(String name, ScriptEntry entry) throws FaultScriptException {
        String path = entry.text("path", "");
        double share = entry.share();
        return switch (name) {
            case "rate-limit" -> new Fault.RateLimit(path, share);
            case "http-error" ->
                new Fault.HttpError(
                        path,
                        share,
                        entry.whole("status", 200, 599, Optional.of(502)),
                        entry.text("body", ""),
                        entry.flag("handled", false));
            case "empty-body" -> new Fault.EmptyBody(path, share, entry.flag("handled", false));
            case "html" -> new Fault.Html(path, share, entry.flag("handled", false));
            case "half-body" -> new Fault.HalfBody(path, share);
            case "lose-reply" -> new Fault.LoseReply(path, share);
            case "lose-request" -> new Fault.LoseRequest(path, share);
            default -> new Fault.SlowReply(path, share, later(entry));
        };
    }
}
