/// What a trade costs besides its price.
@NullMarked
package in.sauda.core.charges;

import org.jspecify.annotations.NullMarked;
