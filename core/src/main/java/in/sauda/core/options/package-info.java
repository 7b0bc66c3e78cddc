/// Option chains: which contracts belong together, and what their prices and open interest say (rules 5).
@NullMarked
package in.sauda.core.options;

import org.jspecify.annotations.NullMarked;
