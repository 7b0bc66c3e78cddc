package in.sauda.core.instruments.search;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All instruments in memory, immutable, searched as the user types. What a search needs is built once, before or with
/// the first search; an instrument is found by its key without it.
///
/// Ranking: exact name → prefix → word → substring; within a class indices and shares, then futures, then options, the
/// nearest expiry that has not passed, then the strike. Ties are broken by the order of the input, so the same index
/// always gives the same list. Safe from any thread.
public final class SearchIndex implements InstrumentDirectory {
    private final List<Instrument> instruments;
    private final TimeSource time;
    private final KeyTable keys;
    private volatile @Nullable Words words;

    private SearchIndex(List<Instrument> instruments, TimeSource time) {
        this.instruments = instruments;
        this.time = time;
        keys = new KeyTable(instruments);
    }

    /// Builds the index; half a second for 200,000 instruments.
    ///
    /// @param time tells which expiries have passed
    public static SearchIndex of(List<Instrument> instruments, TimeSource time) {
        SearchIndex index = later(instruments, time);
        index.prepareSearch();
        return index;
    }

    /// Builds what finds an instrument by its key now and the rest with {@link #prepareSearch} or the first search:
    /// a start does not wait for what nobody has typed yet.
    ///
    /// @param time tells which expiries have passed
    public static SearchIndex later(List<Instrument> instruments, TimeSource time) {
        return new SearchIndex(List.copyOf(instruments), time);
    }

    @Override
    public void prepareSearch() {
        words();
    }

    @Override
    public List<Instrument> search(SearchQuery query) {
        Words known = words();
        long today = IndiaTime.date(time.wallMillis()).toEpochDay();
        int[] found = new Search(instruments, known.documents, known.ngrams, known.contracts, query, today)
                .run(known.symbols);
        return Arrays.stream(found).mapToObj(instruments::get).toList();
    }

    @Override
    public Optional<Instrument> named(InstrumentCategory category, String exchange, String symbol) {
        return instruments.stream()
                .filter(instrument -> instrument.category() == category
                        && instrument.segment().exchange().equals(exchange)
                        && instrument.symbol().equalsIgnoreCase(symbol))
                .findFirst();
    }

    @Override
    public List<Instrument> futures(Segment segment, String underlying) {
        return instruments.stream()
                .filter(instrument -> instrument.category() == InstrumentCategory.FUTURES
                        && instrument.segment() == segment
                        && instrument.name().equalsIgnoreCase(underlying))
                .toList();
    }

    private Words words() {
        Words known = words;
        if (known == null) {
            synchronized (keys) {
                known = words;
                if (known == null) {
                    known = Words.of(instruments);
                    words = known;
                }
            }
        }
        return known;
    }

    /// What only a search needs.
    private record Words(SymbolTable symbols, ContractTable contracts, Documents documents, NgramIndex ngrams) {
        static Words of(List<Instrument> instruments) {
            List<Integer> singles = new ArrayList<>();
            List<Integer> withExpiry = new ArrayList<>();
            for (int i = 0; i < instruments.size(); i++) {
                (Documents.isContract(instruments.get(i)) ? withExpiry : singles).add(i);
            }
            ContractTable contracts = new ContractTable(instruments, withExpiry);
            Documents documents = new Documents(instruments, singles, contracts.groups());
            return new Words(new SymbolTable(instruments), contracts, documents, new NgramIndex(documents.texts()));
        }
    }

    @Override
    public Optional<Instrument> find(InstrumentKey key) {
        int found = keys.find(key);
        return found < 0 ? Optional.empty() : Optional.of(instruments.get(found));
    }

    @Override
    public int size() {
        return instruments.size();
    }
}
