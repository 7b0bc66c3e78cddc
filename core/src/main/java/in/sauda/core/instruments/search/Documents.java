package in.sauda.core.instruments.search;

import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is matched by name: every instrument that is no contract, best known first, then every underlying's contracts.
///
/// The position in this list is the order among equal matches: those with derivatives first, indices before shares
/// before bonds; indices by exchange and number of contracts, the rest by symbol.
final class Documents {
    private final List<String> texts = new ArrayList<>();
    private final int[] instruments;

    /// @param singles indexes of instruments that are no contracts
    Documents(List<Instrument> all, List<Integer> singles, List<ContractTable.Group> groups) {
        Map<String, Integer> underlyings = new HashMap<>();
        groups.forEach(group ->
                underlyings.merge(SearchText.compact(group.name()), group.until() - group.from(), Integer::sum));
        instruments = singles.stream()
                .map(index -> Entry.of(index, all.get(index), underlyings))
                .sorted(Entry.ORDER)
                .mapToInt(Entry::instrument)
                .toArray();
        for (int instrument : instruments) {
            texts.add(DocumentText.of(all.get(instrument)));
        }
        groups.forEach(group -> texts.add(DocumentText.ofUnderlying(group.name())));
    }

    List<String> texts() {
        return texts;
    }

    String text(int document) {
        return texts.get(document);
    }

    /// Documents from here on are the groups of the contract table.
    int firstGroup() {
        return instruments.length;
    }

    int instrument(int document) {
        return instruments[document];
    }

    private record Entry(int instrument, int weight, int contracts, String stem, Segment segment) {
        static final Comparator<Entry> ORDER = Comparator.comparingInt(Entry::weight)
                .thenComparing(Comparator.comparingInt(Entry::contracts).reversed())
                .thenComparing(Entry::stem)
                .thenComparing(Entry::segment)
                .thenComparingInt(Entry::instrument);

        static Entry of(int index, Instrument instrument, Map<String, Integer> underlyings) {
            String stem = SearchText.compact(DocumentText.stem(instrument));
            int contracts = Math.max(
                    underlyings.getOrDefault(stem, 0),
                    underlyings.getOrDefault(SearchText.compact(instrument.name()), 0));
            int weight = (contracts > 0 ? 0 : 100) + categoryWeight(instrument);
            return new Entry(index, weight, instrument.index() ? contracts : 0, stem, instrument.segment());
        }

        private static int categoryWeight(Instrument instrument) {
            return switch (instrument.category()) {
                case INDEX -> instrument.segment() == Segment.NSE ? 0 : 5;
                case EQUITY -> 10 + series(instrument);
                case COMMODITY, CURRENCY -> 20;
                case FUTURES, OPTIONS, OTHER -> 30;
            };
        }

        /// The shares most people mean before trade-to-trade, small companies and bonds.
        private static int series(Instrument instrument) {
            return switch (DocumentText.series(instrument)) {
                case "EQ" -> 0;
                case "A" -> 1;
                case "", "B", "BE", "BZ", "SM", "ST" -> 2;
                default -> 3;
            };
        }
    }

    /// True for contracts, which are found through their underlying.
    static boolean isContract(Instrument instrument) {
        boolean derivative = instrument.category() == InstrumentCategory.FUTURES
                || (instrument.category() == InstrumentCategory.OPTIONS && instrument.optionType() != null);
        return derivative && instrument.expiry() != null;
    }
}
