package in.sauda.core.instruments;

import in.sauda.core.domain.InstrumentKey;
import java.util.List;
import java.util.Optional;

/// The instruments known right now, in memory. Safe from any thread; a refresh swaps the whole content at once.
public interface InstrumentDirectory {
    /// Best matches first: exact, prefix, word, substring; then expiry, then strike.
    List<Instrument> search(SearchQuery query);

    Optional<Instrument> find(InstrumentKey key);

    int size();

    /// False while the very first master is still being read and only what it begins with can be found.
    default boolean complete() {
        return true;
    }
}
