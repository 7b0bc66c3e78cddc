package in.sauda.core.instruments;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import java.util.List;
import java.util.Optional;

/// The directory everyone holds on to; its immutable content is replaced as a whole.
final class SwappingDirectory implements InstrumentDirectory {
    private record Content(InstrumentDirectory directory, boolean complete) {}

    private volatile Content current;

    SwappingDirectory(InstrumentDirectory current) {
        this.current = new Content(current, true);
    }

    void swap(InstrumentDirectory next, boolean complete) {
        current = new Content(next, complete);
    }

    @Override
    public List<Instrument> search(SearchQuery query) {
        return current.directory.search(query);
    }

    @Override
    public Optional<Instrument> find(InstrumentKey key) {
        return current.directory.find(key);
    }

    @Override
    public Optional<Instrument> named(InstrumentCategory category, String exchange, String symbol) {
        return current.directory.named(category, exchange, symbol);
    }

    @Override
    public List<Instrument> futures(Segment segment, String underlying) {
        return current.directory.futures(segment, underlying);
    }

    @Override
    public void prepareSearch() {
        current.directory.prepareSearch();
    }

    @Override
    public int size() {
        return current.directory.size();
    }

    @Override
    public boolean complete() {
        return current.complete;
    }
}
