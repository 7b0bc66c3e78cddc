/// Injected time: the wall clock, the monotonic clock and the clock of the market.
@NullMarked
package in.sauda.core.time;

import org.jspecify.annotations.NullMarked;
