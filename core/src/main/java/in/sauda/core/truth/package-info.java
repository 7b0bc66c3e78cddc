/// The truth of candles: whether ours are those of the broker's history, and what was done about those that are not.
@NullMarked
package in.sauda.core.truth;

import org.jspecify.annotations.NullMarked;
