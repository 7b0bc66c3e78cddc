package in.sauda.core.instruments;

import in.sauda.core.domain.InstrumentKey;
import java.util.List;
import java.util.Optional;

/// The directory everyone holds on to; its immutable content is replaced as a whole.
final class SwappingDirectory implements InstrumentDirectory {
    private volatile InstrumentDirectory current;

    SwappingDirectory(InstrumentDirectory current) {
        this.current = current;
    }

    void swap(InstrumentDirectory next) {
        current = next;
    }

    @Override
    public List<Instrument> search(SearchQuery query) {
        return current.search(query);
    }

    @Override
    public Optional<Instrument> find(InstrumentKey key) {
        return current.find(key);
    }

    @Override
    public int size() {
        return current.size();
    }
}
