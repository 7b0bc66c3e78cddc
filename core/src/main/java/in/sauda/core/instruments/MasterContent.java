package in.sauda.core.instruments;

import in.sauda.core.broker.InstrumentSource;
import in.sauda.core.domain.InstrumentKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What a master file held: the instruments, and every other row counted by the reason it was rejected for.
///
/// @param sha256 hex digest of the raw, unzipped file
record MasterContent(List<Instrument> instruments, Map<String, Integer> reasons, String sha256) {
    int rejected() {
        return reasons.values().stream().mapToInt(Integer::intValue).sum();
    }

    Map<InstrumentCategory, Integer> categories() {
        return categories(instruments);
    }

    static Map<InstrumentCategory, Integer> categories(List<Instrument> instruments) {
        Map<InstrumentCategory, Integer> counts = new EnumMap<>(InstrumentCategory.class);
        for (InstrumentCategory category : InstrumentCategory.values()) {
            counts.put(category, 0);
        }
        instruments.forEach(instrument -> counts.merge(instrument.category(), 1, Integer::sum));
        return counts;
    }

    /// Gathers rows as a parser finds them. Of two rows with one key the first stays.
    static final class Collector implements InstrumentSource.MasterSink {
        private static final int PROGRESS_ROWS = 5_000;

        /// Masters begin with indices and shares as often as not; this many are read in a blink.
        private static final int FIRST_ROWS = 10_000;

        private final List<Instrument> instruments = new ArrayList<>();
        private final Set<InstrumentKey> keys = new HashSet<>();
        private final Map<String, Integer> reasons = new TreeMap<>();
        private final ImportProgress progress;
        private final Consumer<List<Instrument>> firstRows;

        Collector(ImportProgress progress) {
            this(progress, rows -> {});
        }

        /// @param firstRows told once, on the reading thread, as soon as a good part of the file has been read
        Collector(ImportProgress progress, Consumer<List<Instrument>> firstRows) {
            this.progress = progress;
            this.firstRows = firstRows;
        }

        @Override
        public void accept(Instrument instrument) {
            if (oversized(instrument)) {
                reject("text too long");
                return;
            }
            if (!keys.add(instrument.key())) {
                reject("duplicate key");
                return;
            }
            instruments.add(instrument);
            if (instruments.size() % PROGRESS_ROWS == 0) {
                progress.at(ImportStage.READING, instruments.size());
            }
            if (instruments.size() == FIRST_ROWS) {
                firstRows.accept(List.copyOf(instruments));
            }
        }

        /// The widths of the columns; real texts stay far below them.
        private static boolean oversized(Instrument instrument) {
            return instrument.token().length() > 64
                    || instrument.symbol().length() > 128
                    || instrument.name().length() > 256
                    || instrument.type().length() > 32
                    || instrument.isin().length() > 16;
        }

        @Override
        public void reject(String reason) {
            reasons.merge(reason, 1, Integer::sum);
        }

        MasterContent content(String sha256) {
            return new MasterContent(List.copyOf(instruments), reasons, sha256);
        }
    }
}
