/// Judges whether everything works, for people, scripts and the health log.
@NullMarked
package in.sauda.core.health;

import org.jspecify.annotations.NullMarked;
