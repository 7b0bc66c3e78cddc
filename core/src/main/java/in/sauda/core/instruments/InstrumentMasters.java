package in.sauda.core.instruments;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The masters behind the directory: where the instruments come from, how old they are, what changed. Safe from
/// any thread.
public interface InstrumentMasters {
    /// Always the same object; its content is swapped when a master changes.
    InstrumentDirectory directory();

    /// Every instrument of every master, in the order of the files; an immutable moment.
    List<Instrument> instruments();

    /// One status per master.
    List<MasterStatus> status();

    /// What the last imports of all masters changed, newest first. Blocks for the disk.
    List<MasterChanges> changes();

    /// Every change of one comparison, by kind and symbol; empty when it is no longer kept. Blocks for the disk.
    List<InstrumentChange> listed(MasterChanges changes);

    /// Fetches one master now, whatever its age.
    ///
    /// @param progress told on the importing thread
    /// @return the report, or empty when it failed or was cancelled; the reason is in {@link #status()} and the old
    ///     master stays
    CompletableFuture<Optional<ImportReport>> refresh(String master, ImportProgress progress);

    /// Stops a refresh at its next step; the old master stays. Does nothing when none is under way.
    void cancelRefresh(String master);

    /// Called, on any thread, whenever a status or the directory's content has changed.
    ///
    /// @return removes the listener again
    Runnable onChange(Runnable listener);
}
