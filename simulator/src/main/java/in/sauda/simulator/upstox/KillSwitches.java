package in.sauda.simulator.upstox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import in.sauda.core.time.MarketClock;
import in.sauda.simulator.angel.Json;
import in.sauda.simulator.master.Contract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The account's switch against trading, segment by segment (protocol 2.5): one request changes all it names or
/// nothing, and what was stopped stays so for twelve hours. Safe from any thread.
final class KillSwitches {
    private static final String PATH = "/v2/user/kill-switch";
    private static final List<String> SEGMENTS =
            List.of("MCX_FO", "NCD_FO", "NSE_EQ", "BCD_FO", "BSE_FO", "NSE_FO", "BSE_EQ", "NSE_COM");
    private static final long HELD_MILLIS = Duration.ofHours(12).toMillis();

    private final MarketClock clock;
    /// When each segment was stopped; absent while it trades.
    private final Map<String, Long> stoppedMillis = new HashMap<>();

    KillSwitches(MarketClock clock) {
        this.clock = clock;
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint("GET", PATH, "kill", call -> list()), new Endpoint("POST", PATH, "kill", this::turn));
    }

    /// @throws ApiError while the contract's segment is stopped; the code is our own choice
    synchronized void check(Contract contract) throws ApiError {
        if (stoppedMillis.containsKey(WireKeys.segment(contract))) {
            throw ApiError.bad("UDAPI100058", "The kill switch is enabled for this segment");
        }
    }

    synchronized void reset() {
        stoppedMillis.clear();
    }

    private synchronized JsonNode list() {
        ArrayNode rows = Json.array();
        for (String segment : SEGMENTS) {
            rows.add(Json.object()
                    .put("segment", segment)
                    .put("segment_status", "ACTIVE")
                    .put("kill_switch_enabled", stoppedMillis.containsKey(segment)));
        }
        return rows;
    }

    private synchronized JsonNode turn(Endpoint.Call call) throws ApiError {
        Map<String, Boolean> wanted = new LinkedHashMap<>();
        for (JsonNode row : call.body()) {
            String action = row.path("action").asText("");
            String segment = row.path("segment").asText("");
            if (!SEGMENTS.contains(segment) || !List.of("ENABLE", "DISABLE").contains(action)) {
                throw ApiError.bad("UDAPI100038", "Invalid segment or action");
            }
            wanted.put(segment, action.equals("ENABLE"));
        }
        long now = clock.millis();
        for (String segment : new ArrayList<>(wanted.keySet())) {
            Long since = stoppedMillis.get(segment);
            if (since != null && Boolean.FALSE.equals(wanted.get(segment)) && now - since < HELD_MILLIS) {
                throw ApiError.bad("UDAPI100038", "The kill switch can be disabled twelve hours after it was enabled");
            }
        }
        wanted.forEach((segment, stop) -> {
            if (stop) {
                stoppedMillis.putIfAbsent(segment, now);
            } else {
                stoppedMillis.remove(segment);
            }
        });
        return list();
    }
}
