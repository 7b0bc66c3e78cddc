package in.sauda.app.chart;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.time.MarketClock;

/// What every chart of the terminal shares.
///
/// @param clock market time, for the countdown to the close of the forming bar
/// @param calendar sessions, because the last bar of a day is often shorter than its timeframe
/// @param theme colours at the start; {@link ChartPane#setTheme} changes them later
public record ChartContext(MarketClock clock, TradingCalendar calendar, ChartTheme theme) {}
