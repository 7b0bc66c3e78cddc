package in.sauda.app.status;

/// State of the instrument master for the status bar.
///
/// @param broker whose master it is
/// @param instruments how many are known
/// @param loadedMillis when it was downloaded, epoch milliseconds, 0 when unknown
/// @param stale true when a download failed and an older file serves
public record MasterInfo(String broker, int instruments, long loadedMillis, boolean stale) {}
