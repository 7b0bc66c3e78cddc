/// The page of the day's jobs.
@NullMarked
package in.sauda.app.timeline;

import org.jspecify.annotations.NullMarked;
