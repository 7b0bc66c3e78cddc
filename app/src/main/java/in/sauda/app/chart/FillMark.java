package in.sauda.app.chart;

import in.sauda.core.domain.Side;

/// Something bought or sold, where it shows on the chart.
///
/// @param id of the order; a later state of the same order takes its place
/// @param price average price, fixed-point
/// @param millis market time of the last fill
/// @param quantity units filled
public record FillMark(String id, Side side, long price, long millis, long quantity) {}
