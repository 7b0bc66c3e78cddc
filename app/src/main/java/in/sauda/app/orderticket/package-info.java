/// Filling in an order; it is staged, never sent, from here.
@NullMarked
package in.sauda.app.orderticket;

import org.jspecify.annotations.NullMarked;
