/// The brokers of the session side by side: which one prices come from, where they differ, and how their instrument
/// lists fit together.
@NullMarked
package in.sauda.app.brokers;

import org.jspecify.annotations.NullMarked;
