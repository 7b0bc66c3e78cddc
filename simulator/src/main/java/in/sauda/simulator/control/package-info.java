/// A second port on loopback from which a running simulator is steered and asked for the truth.
@NullMarked
package in.sauda.simulator.control;

import org.jspecify.annotations.NullMarked;
