/// The order table.
@NullMarked
package in.sauda.app.orders;

import org.jspecify.annotations.NullMarked;
