/// The Angel One wire: REST, smart-stream and their limits, on loopback.
@NullMarked
package in.sauda.simulator.angel;

import org.jspecify.annotations.NullMarked;
