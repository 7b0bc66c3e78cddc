package in.sauda.core.replay;

/// One row of a tick file.
///
/// @param price fixed-point
/// @param volume cumulative volume of the day, -1 when unknown
public record RecordedTick(String symbol, long millis, long price, long volume) {}
