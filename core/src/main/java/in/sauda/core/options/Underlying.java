package in.sauda.core.options;

import in.sauda.core.domain.Segment;

/// What options are written on.
///
/// @param segment of the options: the same share has options on both exchanges
/// @param name as the master names its contracts, e.g. {@code NIFTY}
public record Underlying(Segment segment, String name) {}
