/// Instruments streamed as whole kinds, and their prices in one table per kind.
@NullMarked
package in.sauda.app.prices;

import org.jspecify.annotations.NullMarked;
