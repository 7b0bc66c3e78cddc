/// What can go wrong on the line and at the broker, on demand or by a script.
@NullMarked
package in.sauda.simulator.faults;

import org.jspecify.annotations.NullMarked;
