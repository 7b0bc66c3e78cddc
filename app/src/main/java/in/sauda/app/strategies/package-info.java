/// Strategies while they run: state, lane, profile and parameters; and why a bar is or is not a signal.
@NullMarked
package in.sauda.app.strategies;

import org.jspecify.annotations.NullMarked;
