/// Five levels of the order book.
@NullMarked
package in.sauda.app.depth;

import org.jspecify.annotations.NullMarked;
