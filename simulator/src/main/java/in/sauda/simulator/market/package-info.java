/// The seeded market: factors, fair prices, the tape of every instrument and its past.
@NullMarked
package in.sauda.simulator.market;

import org.jspecify.annotations.NullMarked;
