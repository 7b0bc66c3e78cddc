/// The jobs of a trading day at their times (rules 8.3): what is due, what ran and what it came to.
@NullMarked
package in.sauda.core.timeline;

import org.jspecify.annotations.NullMarked;
