/// Replays: recorded ticks through the live engine with a virtual clock.
@NullMarked
package in.sauda.core.replay;

import org.jspecify.annotations.NullMarked;
