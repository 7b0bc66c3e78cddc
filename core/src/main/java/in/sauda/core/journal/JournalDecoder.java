package in.sauda.core.journal;

import in.sauda.core.candles.Candle;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.engine.EngineRecorder;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.storage.InstrumentJson;
import in.sauda.core.storage.StrategyJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns records back into what the engine was given.
public final class JournalDecoder {
    /// What a journal tells besides the engine's inputs.
    public interface Listener extends EngineRecorder {
        /// A new engine begins: forget every index.
        void start();

        /// An index of the journal and what it stands for.
        void instrument(int index, Instrument instrument);

        /// Records are missing here.
        void gap(long records);
    }

    private final MarketEvent event = new MarketEvent();

    /// Tells a listener about one record. The event and its arrays are used again for the next one.
    ///
    /// @throws IllegalArgumentException when this version does not know the record
    public void play(JournalRecord record, Listener to) {
        ByteBuffer payload = record.payload().duplicate();
        switch (RecordType.of(record.type())) {
            case START -> to.start();
            case GAP -> to.gap(payload.getLong());
            case TIME -> to.time(record.millis(), payload.getLong());
            case INSTRUMENT -> {
                int index = payload.getInt();
                to.instrument(index, InstrumentJson.read(text(payload)));
            }
            case MARKET -> {
                EventCodec.read(payload, event);
                to.market(event);
            }
            case CANDLES -> to.candles(payload.getInt(), candles(payload));
            case RECONNECTED -> to.reconnected(payload.getLong());
            case SUSPECT -> to.suspect(payload.getLong());
            case WARM -> to.warm(payload.getInt(), payload.get() != 0);
            case CLOSING -> to.closing();
            case STRATEGY -> to.strategy(StrategyJson.read(text(payload)));
            case STRATEGY_REMOVED -> to.strategyRemoved(text(payload));
            case TIMER -> to.timer();
            case CONTRACTS -> contracts(text(payload), to);
            case UNIVERSE -> to.universe(keys(text(payload)));
            case LEND -> to.lend(payload.getInt(), payload.getInt());
            case TRACK -> to.track(payload.getInt());
        }
    }

    private static String text(ByteBuffer payload) {
        return StandardCharsets.UTF_8.decode(payload).toString();
    }

    private static void contracts(String text, Listener to) {
        List<String> lines = text.lines().toList();
        to.contracts(
                lines.getFirst(),
                Integer.parseInt(lines.get(1)),
                lines.stream().skip(2).map(Integer::valueOf).toList());
    }

    private static Set<InstrumentKey> keys(String text) {
        return text.lines()
                .filter(key -> !key.isEmpty())
                .map(InstrumentKey::parse)
                .collect(Collectors.toSet());
    }

    private static List<Candle> candles(ByteBuffer payload) {
        List<Candle> candles = new ArrayList<>();
        while (payload.hasRemaining()) {
            candles.add(new Candle(
                    payload.getLong(),
                    payload.getLong(),
                    payload.getLong(),
                    payload.getLong(),
                    payload.getLong(),
                    payload.getLong(),
                    payload.getInt()));
        }
        return candles;
    }

    /// The kind of a record in words.
    public static String kind(JournalRecord record) {
        return RecordType.of(record.type()).name();
    }
}
