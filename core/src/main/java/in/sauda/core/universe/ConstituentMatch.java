package in.sauda.core.universe;

import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The constituents of an index found in a master: by their ISIN where both tell it, else by their symbol on NSE.
/// Immutable.
///
/// @param found in the order of the file
/// @param unmatched those no master lists, e.g. a demerger's dummy line or a share that was renamed
public record ConstituentMatch(List<Found> found, List<Constituent> unmatched) {
    /// One share of the index and what it is traded as.
    public record Found(Constituent constituent, Instrument instrument) {}

    public ConstituentMatch {
        found = List.copyOf(found);
        unmatched = List.copyOf(unmatched);
    }

    public static ConstituentMatch of(List<Constituent> constituents, List<Instrument> master) {
        Map<String, Instrument> byIsin = new HashMap<>();
        Map<String, Instrument> bySymbol = new HashMap<>();
        for (Instrument share : master) {
            if (share.category() != InstrumentCategory.EQUITY || share.segment() != Segment.NSE) {
                continue;
            }
            boolean regular = share.symbol().endsWith("-EQ") || !share.symbol().contains("-");
            if (!share.isin().isEmpty() && regular) {
                byIsin.putIfAbsent(share.isin(), share);
            }
            bySymbol.putIfAbsent(share.symbol(), share);
        }
        List<Found> found = new ArrayList<>();
        List<Constituent> unmatched = new ArrayList<>();
        for (Constituent constituent : constituents) {
            match(constituent, byIsin, bySymbol)
                    .ifPresentOrElse(
                            share -> found.add(new Found(constituent, share)), () -> unmatched.add(constituent));
        }
        return new ConstituentMatch(found, unmatched);
    }

    private static Optional<Instrument> match(
            Constituent constituent, Map<String, Instrument> byIsin, Map<String, Instrument> bySymbol) {
        @Nullable Instrument known = byIsin.get(constituent.isin());
        if (known == null) {
            known = bySymbol.get(constituent.symbol() + "-EQ");
        }
        return Optional.ofNullable(known == null ? bySymbol.get(constituent.symbol()) : known);
    }

    public List<Instrument> instruments() {
        return found.stream().map(Found::instrument).toList();
    }
}
