/// Values every other package speaks: instruments' keys, sides, prices, quantities and how they are printed.
@NullMarked
package in.sauda.core.domain;

import org.jspecify.annotations.NullMarked;
