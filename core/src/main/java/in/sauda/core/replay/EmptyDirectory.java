package in.sauda.core.replay;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.SearchQuery;
import java.util.List;
import java.util.Optional;

/// A recording needs no master.
final class EmptyDirectory implements InstrumentDirectory {
    @Override
    public List<Instrument> search(SearchQuery query) {
        return List.of();
    }

    @Override
    public Optional<Instrument> find(InstrumentKey key) {
        return Optional.empty();
    }

    @Override
    public int size() {
        return 0;
    }
}
