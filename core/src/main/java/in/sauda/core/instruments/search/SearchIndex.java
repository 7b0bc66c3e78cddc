package in.sauda.core.instruments.search;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// All instruments in memory, immutable, searched as the user types.
///
/// Ranking: exact name → prefix → word → substring; within a class indices and shares, then futures, then options, the
/// nearest expiry that has not passed, then the strike. Ties are broken by the order of the input, so the same index
/// always gives the same list. Safe from any thread.
public final class SearchIndex implements InstrumentDirectory {
    private final List<Instrument> instruments;
    private final TimeSource time;
    private final Lookup lookup;
    private final ContractTable contracts;
    private final Documents documents;
    private final NgramIndex ngrams;

    private SearchIndex(List<Instrument> instruments, TimeSource time) {
        this.instruments = instruments;
        this.time = time;
        List<Integer> singles = new ArrayList<>();
        List<Integer> withExpiry = new ArrayList<>();
        for (int i = 0; i < instruments.size(); i++) {
            (Documents.isContract(instruments.get(i)) ? withExpiry : singles).add(i);
        }
        lookup = new Lookup(instruments);
        contracts = new ContractTable(instruments, withExpiry);
        documents = new Documents(instruments, singles, contracts.groups());
        ngrams = new NgramIndex(documents.texts());
    }

    /// Builds the index; half a second for 200,000 instruments.
    ///
    /// @param time tells which expiries have passed
    public static SearchIndex of(List<Instrument> instruments, TimeSource time) {
        return new SearchIndex(List.copyOf(instruments), time);
    }

    @Override
    public List<Instrument> search(SearchQuery query) {
        long today = IndiaTime.date(time.wallMillis()).toEpochDay();
        int[] found = new Search(instruments, documents, ngrams, contracts, query, today).run(lookup);
        return Arrays.stream(found).mapToObj(instruments::get).toList();
    }

    @Override
    public Optional<Instrument> find(InstrumentKey key) {
        int found = lookup.find(key);
        return found < 0 ? Optional.empty() : Optional.of(instruments.get(found));
    }

    @Override
    public int size() {
        return instruments.size();
    }
}
