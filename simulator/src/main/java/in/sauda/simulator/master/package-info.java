/// The scrip master the simulator serves: contracts, expiries and the file itself.
@NullMarked
package in.sauda.simulator.master;

import org.jspecify.annotations.NullMarked;
