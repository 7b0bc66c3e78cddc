/// Candles: what they are, how they are built from ticks and how a chart reads them.
@NullMarked
package in.sauda.core.candles;

import org.jspecify.annotations.NullMarked;
