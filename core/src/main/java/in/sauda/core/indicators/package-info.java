/// Indicators over bar series, incremental: a new bar costs constant time.
@NullMarked
package in.sauda.core.indicators;

import org.jspecify.annotations.NullMarked;
