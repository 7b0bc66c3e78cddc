package in.sauda.core.truth;

import in.sauda.core.domain.InstrumentKey;
import java.time.LocalDate;
import java.util.List;

/// Comparisons with the broker's history on disk; the newest of an instrument and a day replaces the one before.
///
/// Calls block; never on the engine or UI thread. Failures are unchecked storage exceptions.
public interface ParityStore {
    /// Saves all or nothing.
    void save(List<DayComparison.Result> results);

    /// What was found on one day, by symbol.
    List<DayParity> load(LocalDate date);

    /// The minutes behind one comparison, in order of time.
    List<MinuteDifference> differences(LocalDate date, InstrumentKey key);

    /// Days that were compared, newest first.
    List<LocalDate> dates(int most);
}
