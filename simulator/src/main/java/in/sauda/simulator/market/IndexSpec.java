package in.sauda.simulator.market;

import in.sauda.core.domain.Segment;

/// An index row of the bundled table; the grammar of the basket stands at the head of that table.
public record IndexSpec(Segment segment, String token, String symbol, String name, double level, String basket) {}
