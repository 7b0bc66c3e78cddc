/// Trading days, dated session tables and the phase a market is in.
@NullMarked
package in.sauda.core.calendar;

import org.jspecify.annotations.NullMarked;
