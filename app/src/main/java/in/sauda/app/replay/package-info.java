/// Recorded days through the engine again, in the window: journals, the replay bar, chart and signals in step.
@NullMarked
package in.sauda.app.replay;

import org.jspecify.annotations.NullMarked;
