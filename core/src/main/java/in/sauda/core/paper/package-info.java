/// The in-process paper exchange, priced from live quotes.
@NullMarked
package in.sauda.core.paper;

import org.jspecify.annotations.NullMarked;
