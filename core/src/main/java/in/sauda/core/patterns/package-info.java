/// Candlestick patterns (rules 1.3).
@NullMarked
package in.sauda.core.patterns;

import org.jspecify.annotations.NullMarked;
