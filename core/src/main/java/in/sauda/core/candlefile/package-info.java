/// Candle files: their dialects, their dirt, and how they become candles one can trust.
@NullMarked
package in.sauda.core.candlefile;

import org.jspecify.annotations.NullMarked;
