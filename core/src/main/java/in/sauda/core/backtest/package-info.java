/// Backtests: the live strategies over stored candles, fills without knowledge of the future, Indian charges.
@NullMarked
package in.sauda.core.backtest;

import org.jspecify.annotations.NullMarked;
