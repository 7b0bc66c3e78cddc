/// The page of candle truth: where minutes come from, which are missing, and how they compare with the broker's.
@NullMarked
package in.sauda.app.truth;

import org.jspecify.annotations.NullMarked;
