/// The single-writer engine: the inbound ring, the control queue and everything that runs on its thread.
@NullMarked
package in.sauda.core.engine;

import org.jspecify.annotations.NullMarked;
