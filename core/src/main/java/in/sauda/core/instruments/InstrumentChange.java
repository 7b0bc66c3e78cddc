package in.sauda.core.instruments;

import in.sauda.core.domain.InstrumentKey;

/// One difference between two versions of a master.
///
/// @param symbol trading symbol, the newer one where it changed
/// @param before the old value for people; empty for a new instrument
/// @param after the new value for people; empty for one that is gone
public record InstrumentChange(ChangeKind kind, InstrumentKey key, String symbol, String before, String after) {}
