package in.sauda.core.health;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.time.IndiaTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// A report as one line of JSON, with the names of the requirement.
public final class HealthJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

    private HealthJson() {}

    public static String line(HealthReport report) {
        ObjectNode line = JSON.createObjectNode();
        line.put("status", report.status().name());
        line.put("timestamp", iso(report.timestampMillis()));
        line.put("mode", report.mode().name());
        line.put("running", report.running());
        line.put("store_connected", report.storeConnected());
        line.put("ws_connected", report.socketConnected());
        line.put("has_credentials", report.hasCredentials());
        line.put("symbols_tracked", report.symbolsTracked());
        line.put("tick_count", report.tickCount());
        line.put("last_tick_time", iso(report.lastTickMillis()));
        line.put("market_time", iso(report.marketMillis()));
        line.put("heap_used_mb", report.heapUsedBytes() >> 20);
        line.put("heap_max_mb", report.heapMaxBytes() >> 20);
        line.put("disk_free_mb", report.diskFreeBytes() < 0 ? null : report.diskFreeBytes() >> 20);
        line.put("clock_skew_ms", report.clockSkewMillis() == Long.MIN_VALUE ? null : report.clockSkewMillis());
        line.put("rest_calls_for_live_data", report.liveRestCalls());
        ArrayNode rules = line.putArray("rules");
        for (HealthRule rule : report.rules()) {
            rules.addObject()
                    .put("id", rule.id())
                    .put("state", rule.state().name())
                    .put("figure", rule.figure())
                    .put("threshold", rule.threshold())
                    .put("sentence", rule.sentence())
                    .put("next_step", rule.nextStep());
        }
        return line.toString();
    }

    private static @Nullable String iso(long millis) {
        return millis == 0 ? null : TIME.format(Instant.ofEpochMilli(millis).atOffset(IndiaTime.OFFSET));
    }
}
