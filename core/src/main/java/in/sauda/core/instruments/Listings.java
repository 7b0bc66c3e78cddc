package in.sauda.core.instruments;

import in.sauda.core.domain.InstrumentKey;
import java.util.Optional;

/// How one broker's master calls the contracts of the terminal. Safe from any thread.
public interface Listings {
    /// The broker whose master the terminal works with.
    Listings SAME = new Listings() {
        @Override
        public Optional<Instrument> theirs(Instrument ours) {
            return Optional.of(ours);
        }

        @Override
        public InstrumentKey ours(InstrumentKey theirs) {
            return theirs;
        }
    };

    /// The contract as the broker lists it, or empty where it does not.
    Optional<Instrument> theirs(Instrument ours);

    /// Our key of a contract the broker names; the broker's own where we list no such contract.
    InstrumentKey ours(InstrumentKey theirs);
}
