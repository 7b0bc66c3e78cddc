package in.sauda.core.journal;

import in.sauda.core.candles.Candle;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.engine.EngineRecorder;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.health.RecorderState;
import in.sauda.core.storage.InstrumentJson;
import in.sauda.core.storage.StrategyJson;
import in.sauda.core.strategy.StrategySetup;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes what the engine consumes into a journal. Engine thread only.
///
/// The time of a step is written only when something else is: an idle engine costs no disk.
public final class JournalRecorder implements EngineRecorder {
    private static final int CANDLE_BYTES = 6 * 8 + 4;

    private final JournalWriter journal;
    private final InstrumentRegistry registry;
    private final BitSet known = new BitSet();
    private long marketMillis;
    private long nanos;
    private boolean moved;
    private boolean started;

    public JournalRecorder(JournalWriter journal, InstrumentRegistry registry) {
        this.journal = journal;
        this.registry = registry;
    }

    @Override
    public void time(long millis, long atNanos) {
        moved |= millis != marketMillis || atNanos != nanos;
        marketMillis = millis;
        nanos = atNanos;
    }

    private @Nullable ByteBuffer begin(RecordType type, int bytes) {
        if (!started) {
            ByteBuffer start = journal.begin(RecordType.START.code(), marketMillis, 0);
            if (start != null) {
                journal.end(start);
                started = true;
            }
        }
        if (moved) {
            ByteBuffer time = journal.begin(RecordType.TIME.code(), marketMillis, Long.BYTES);
            if (time != null) {
                journal.end(time.putLong(nanos));
                moved = false;
            }
        }
        return journal.begin(type.code(), marketMillis, bytes);
    }

    private void know(int index) {
        if (known.get(index)) {
            return;
        }
        byte[] text = InstrumentJson.write(registry.instrument(index)).getBytes(StandardCharsets.UTF_8);
        ByteBuffer record = begin(RecordType.INSTRUMENT, Integer.BYTES + text.length);
        if (record != null) {
            journal.end(record.putInt(index).put(text));
            known.set(index);
        }
    }

    @Override
    public RecorderState state() {
        return new RecorderState(true, journal.working(), journal.fullPercent(), journal.lost());
    }

    @Override
    public void market(MarketEvent event) {
        know(event.instrument);
        ByteBuffer record = begin(RecordType.MARKET, EventCodec.MOST_BYTES);
        if (record != null) {
            EventCodec.write(event, record);
            journal.end(record);
        }
    }

    @Override
    public void closing() {
        ByteBuffer record = begin(RecordType.CLOSING, 0);
        if (record != null) {
            journal.end(record);
        }
    }

    @Override
    public void track(int index) {
        know(index);
        ByteBuffer record = begin(RecordType.TRACK, Integer.BYTES);
        if (record != null) {
            journal.end(record.putInt(index));
        }
    }

    @Override
    public void candles(int index, List<Candle> candles) {
        know(index);
        ByteBuffer record = begin(RecordType.CANDLES, Integer.BYTES + candles.size() * CANDLE_BYTES);
        if (record == null) {
            return;
        }
        record.putInt(index);
        for (Candle candle : candles) {
            record.putLong(candle.startMillis())
                    .putLong(candle.open())
                    .putLong(candle.high())
                    .putLong(candle.low())
                    .putLong(candle.close())
                    .putLong(candle.volume())
                    .putInt(candle.flags());
        }
        journal.end(record);
    }

    @Override
    public void reconnected(long atNanos) {
        ByteBuffer record = begin(RecordType.RECONNECTED, Long.BYTES);
        if (record != null) {
            journal.end(record.putLong(atNanos));
        }
    }

    @Override
    public void lend(int index, int future) {
        know(index);
        know(future);
        ByteBuffer record = begin(RecordType.LEND, 2 * Integer.BYTES);
        if (record != null) {
            journal.end(record.putInt(index).putInt(future));
        }
    }

    @Override
    public void suspect(long sinceMillis) {
        ByteBuffer record = begin(RecordType.SUSPECT, Long.BYTES);
        if (record != null) {
            journal.end(record.putLong(sinceMillis));
        }
    }

    @Override
    public void warm(int index, boolean warm) {
        know(index);
        ByteBuffer record = begin(RecordType.WARM, Integer.BYTES + 1);
        if (record != null) {
            journal.end(record.putInt(index).put((byte) (warm ? 1 : 0)));
        }
    }

    @Override
    public void strategy(StrategySetup setup) {
        text(RecordType.STRATEGY, StrategyJson.write(setup));
    }

    @Override
    public void strategyRemoved(String id) {
        text(RecordType.STRATEGY_REMOVED, id);
    }

    @Override
    public void universe(Set<InstrumentKey> keys) {
        text(RecordType.UNIVERSE, keys.stream().map(InstrumentKey::toString).collect(Collectors.joining("\n")));
    }

    @Override
    public void timer() {
        ByteBuffer record = begin(RecordType.TIMER, 0);
        if (record != null) {
            journal.end(record);
        }
    }

    @Override
    public void contracts(String strategy, int spot, List<Integer> options) {
        know(spot);
        options.forEach(this::know);
        text(
                RecordType.CONTRACTS,
                strategy + "\n" + spot + "\n"
                        + options.stream().map(String::valueOf).collect(Collectors.joining("\n")));
    }

    private void text(RecordType type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer record = begin(type, bytes.length);
        if (record != null) {
            journal.end(record.put(bytes));
        }
    }

    @Override
    public void idle() {
        journal.flush();
    }
}
