package in.sauda.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.journal.JournalDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/// The log of every symbol within a journal: how many updates, the first and the last.
final class SymbolLogs implements JournalDecoder.Listener {
    private static final class Log {
        private long length;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
    }

    private final Map<Integer, Instrument> instruments = new HashMap<>();
    private final Map<String, Log> logs = new TreeMap<>();

    @Override
    public void start() {
        instruments.clear();
    }

    @Override
    public void instrument(int index, Instrument instrument) {
        instruments.put(index, instrument);
    }

    @Override
    public void gap(long records) {
        // Told by the journal's own counts: a gap belongs to no symbol.
    }

    @Override
    public void market(MarketEvent event) {
        Instrument instrument = instruments.get(event.instrument);
        if (instrument != null) {
            long millis = event.exchangeMillis > 0 ? event.exchangeMillis : event.receivedMillis;
            Log log = logs.computeIfAbsent(instrument.symbol(), _ -> new Log());
            log.length++;
            log.first = Math.min(log.first, millis);
            log.last = Math.max(log.last, millis);
        }
    }

    /// True when the journal holds updates of that symbol.
    boolean knows(String symbol) {
        return logs.keySet().stream().anyMatch(symbol::equalsIgnoreCase);
    }

    /// Writes length, first and last of each symbol.
    ///
    /// @param only empty for all of them
    void write(ObjectNode to, String only, LongFunction<String> stamp) {
        logs.forEach((symbol, log) -> {
            if (only.isEmpty() || symbol.equalsIgnoreCase(only)) {
                ObjectNode node = to.putObject(symbol);
                node.put("length", log.length);
                node.put("first", stamp.apply(log.first));
                node.put("last", stamp.apply(log.last));
            }
        });
    }
}
