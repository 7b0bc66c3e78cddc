package in.sauda.core.instruments.search;

import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is matched by name: every instrument that is no contract, best known first, then every underlying's contracts.
///
/// The position in this list is the order among equal matches: those with derivatives first, indices before shares
/// before bonds, then by symbol.
final class Documents {
    private final List<String> texts = new ArrayList<>();
    private final int[] instruments;

    /// @param singles indexes of instruments that are no contracts
    Documents(List<Instrument> all, List<Integer> singles, List<ContractTable.Group> groups) {
        Set<String> underlyings = new HashSet<>();
        groups.forEach(group -> underlyings.add(SearchText.compact(group.name())));
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

    private record Entry(int instrument, int weight, String stem, Segment segment) {
        static final Comparator<Entry> ORDER = Comparator.comparingInt(Entry::weight)
                .thenComparing(Entry::stem)
                .thenComparing(Entry::segment)
                .thenComparingInt(Entry::instrument);

        static Entry of(int index, Instrument instrument, Set<String> underlyings) {
            String stem = SearchText.compact(DocumentText.stem(instrument));
            boolean known = underlyings.contains(stem) || underlyings.contains(SearchText.compact(instrument.name()));
            return new Entry(index, (known ? 0 : 100) + categoryWeight(instrument), stem, instrument.segment());
        }

        private static int categoryWeight(Instrument instrument) {
            return switch (instrument.category()) {
                case INDEX -> 0;
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
