/// Placing, changing and following orders.
@NullMarked
package in.sauda.broker.angelone.orders;

import org.jspecify.annotations.NullMarked;
