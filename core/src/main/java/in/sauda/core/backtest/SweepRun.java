package in.sauda.core.backtest;

import java.util.Map;

/// One combination of a sweep.
///
/// @param number from 1, in the order of the ranges
/// @param values of the swept parameters
/// @param whole over all candles
/// @param firstHalf trades entered before the middle of the sessions
/// @param secondHalf the other ones
public record SweepRun(
        int number,
        Map<String, String> values,
        int signals,
        Performance whole,
        Performance firstHalf,
        Performance secondHalf) {}
