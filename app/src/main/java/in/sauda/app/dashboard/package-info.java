/// The executive dashboard: where every watched symbol stands, how the day's signals did, and the health in one line.
@NullMarked
package in.sauda.app.dashboard;

import org.jspecify.annotations.NullMarked;
