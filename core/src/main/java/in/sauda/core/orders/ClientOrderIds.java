package in.sauda.core.orders;

/// Gives out client order ids that no run of the application has given before: the start time in milliseconds, then a
/// count, both in base 36, e.g. {@code mhx3k2p9-1}. At most 19 characters for the next thousand years and 60 million
/// orders a run. Engine thread only.
public final class ClientOrderIds {
    private final String prefix;
    private long count;

    /// @param startedMillis wall time of this start; two starts never share a millisecond because the database of a
    ///     home is held by one process
    public ClientOrderIds(long startedMillis) {
        prefix = Long.toString(startedMillis, 36) + "-";
    }

    public ClientOrderId next() {
        return new ClientOrderId(prefix + Long.toString(++count, 36));
    }
}
