/// The page of all instruments: filters, details, the masters behind them and what changed overnight.
@NullMarked
package in.sauda.app.instruments;

import org.jspecify.annotations.NullMarked;
