package in.sauda.core.instruments;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The instruments known right now, in memory. Safe from any thread; a refresh swaps the whole content at once.
public interface InstrumentDirectory {
    /// Best matches first: exact, prefix, word, substring; then expiry, then strike.
    List<Instrument> search(SearchQuery query);

    Optional<Instrument> find(InstrumentKey key);

    /// The first of a category on an exchange with exactly this symbol, whatever its case.
    default Optional<Instrument> named(InstrumentCategory category, String exchange, String symbol) {
        return search(new SearchQuery(symbol, Set.of(category), Set.of(exchange), 20)).stream()
                .filter(instrument -> instrument.symbol().equalsIgnoreCase(symbol))
                .findFirst();
    }

    /// Every future of an underlying in that segment, in no order. Needs nothing that a search needs.
    default List<Instrument> futures(Segment segment, String underlying) {
        return search(new SearchQuery(underlying, Set.of(InstrumentCategory.FUTURES), Set.of(), 200)).stream()
                .filter(future -> future.segment() == segment && future.name().equalsIgnoreCase(underlying))
                .toList();
    }

    /// Does now what the first search would otherwise wait for. Takes up to half a second.
    default void prepareSearch() {}

    int size();

    /// False while the very first master is still being read and only what it begins with can be found.
    default boolean complete() {
        return true;
    }
}
