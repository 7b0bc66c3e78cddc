package in.sauda.core.health;

/// What this computer has left.
///
/// @param heapUsedBytes memory in use
/// @param heapMaxBytes memory that may be used
/// @param diskFreeBytes free space where data is kept, -1 when unknown
public record MachineFigures(long heapUsedBytes, long heapMaxBytes, long diskFreeBytes) {}
