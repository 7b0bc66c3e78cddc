package in.sauda.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.view.CoreStatus;
import java.time.temporal.ChronoUnit;

/// One second of the headless core as one JSON line.
final class StatusLine {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private StatusLine() {}

    /// @param firstPriceMillis milliseconds from the start of the process to the first live price, -1 while there
    ///     was none
    static String of(CoreStatus status, long heapBytes, long firstPriceMillis) {
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put(
                "market",
                IndiaTime.time(status.marketMillis())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        line.put("phase", status.phase().name());
        line.put("connected", status.feed().connected());
        line.put("subscribed", status.subscribed());
        line.put("ticking", status.ticking());
        line.put("ticks", status.ticks());
        line.put("ticksPerSecond", Math.round(status.ticksPerSecond() * 10) / 10.0);
        line.put("candles", status.candles());
        line.put("signals", status.signals());
        line.put("orders", status.orders());
        line.put("feedAgeMs", status.feedAgeNanos() < 0 ? -1 : status.feedAgeNanos() / NANOS_PER_MILLI);
        line.put("heapMb", heapBytes >> 20);
        line.put("firstPriceMs", firstPriceMillis);
        return line.toString();
    }
}
