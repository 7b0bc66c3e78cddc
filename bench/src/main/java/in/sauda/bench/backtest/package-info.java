/// Backtests beside the library a Java user would pick instead.
@NullMarked
package in.sauda.bench.backtest;

import org.jspecify.annotations.NullMarked;
