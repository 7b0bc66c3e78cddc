package in.sauda.app.instruments;

import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// All instruments counted, for the page's header.
///
/// @param categories every category, also those without an instrument
/// @param segments only those with instruments
record InstrumentSummary(int total, Map<InstrumentCategory, Part> categories, Map<Segment, Integer> segments) {
    private static final int SAMPLES = 5;

    static final InstrumentSummary NONE = of(List.of());

    InstrumentSummary {
        categories = Collections.unmodifiableMap(categories);
        segments = Collections.unmodifiableMap(segments);
    }

    /// One category.
    ///
    /// @param samples the first few symbols
    record Part(int count, Map<Segment, Integer> segments, List<String> samples) {
        /// {@code NSE 9,412 · BSE 8,512 – RELIANCE-EQ, SBIN-EQ …}
        String words() {
            if (count == 0) {
                return "No instruments.";
            }
            return segments.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + IndianNumbers.units(entry.getValue()))
                            .collect(Collectors.joining(" · "))
                    + "\nFor example " + String.join(", ", samples);
        }
    }

    static InstrumentSummary of(List<Instrument> instruments) {
        Map<InstrumentCategory, Tally> tallies = new EnumMap<>(InstrumentCategory.class);
        Map<Segment, Integer> segments = new EnumMap<>(Segment.class);
        for (InstrumentCategory category : InstrumentCategory.values()) {
            tallies.put(category, new Tally());
        }
        for (Instrument instrument : instruments) {
            segments.merge(instrument.segment(), 1, Integer::sum);
            tallies.computeIfAbsent(instrument.category(), ignored -> new Tally())
                    .add(instrument);
        }
        Map<InstrumentCategory, Part> parts = new EnumMap<>(InstrumentCategory.class);
        tallies.forEach((category, tally) -> parts.put(category, tally.part()));
        return new InstrumentSummary(instruments.size(), parts, segments);
    }

    private static final class Tally {
        private final Map<Segment, Integer> segments = new EnumMap<>(Segment.class);
        private final List<String> samples = new ArrayList<>();
        private int count;

        void add(Instrument instrument) {
            count++;
            segments.merge(instrument.segment(), 1, Integer::sum);
            if (samples.size() < SAMPLES) {
                samples.add(instrument.symbol());
            }
        }

        Part part() {
            return new Part(count, segments, samples);
        }
    }
}
