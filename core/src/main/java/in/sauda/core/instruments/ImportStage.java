package in.sauda.core.instruments;

/// Steps of an import, in order.
public enum ImportStage {
    /// Progress counts bytes.
    DOWNLOADING,
    /// Progress counts rows.
    READING,
    /// Progress counts instruments.
    SAVING,
    INDEXING
}
