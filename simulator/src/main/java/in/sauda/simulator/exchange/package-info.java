/// The matching engine and the account that trades on it.
@NullMarked
package in.sauda.simulator.exchange;

import org.jspecify.annotations.NullMarked;
