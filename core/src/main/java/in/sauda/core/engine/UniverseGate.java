package in.sauda.core.engine;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import java.util.Set;
import java.util.function.Predicate;

/// Which instruments strategies judge, of those watched: a list of the user's, else whatever the settings say. Engine
/// thread only.
final class UniverseGate implements Predicate<Instrument> {
    private final Predicate<Instrument> usual;
    private Set<InstrumentKey> listed = Set.of();

    UniverseGate(Predicate<Instrument> usual) {
        this.usual = usual;
    }

    /// @param keys none for the usual ones
    void list(Set<InstrumentKey> keys) {
        listed = Set.copyOf(keys);
    }

    @Override
    public boolean test(Instrument instrument) {
        return listed.isEmpty() ? usual.test(instrument) : listed.contains(instrument.key());
    }
}
