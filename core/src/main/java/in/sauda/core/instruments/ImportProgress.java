package in.sauda.core.instruments;

/// Told now and then how far an import is; called on the importing thread, so return quickly.
@FunctionalInterface
public interface ImportProgress {
    /// @param done bytes, rows or instruments so far, see {@link ImportStage}
    void at(ImportStage stage, long done);

    /// For callers that do not want to know.
    static ImportProgress none() {
        return (stage, done) -> {};
    }
}
