/// Checks of everything the terminal stands on, each with a cause and a next step, and the bundle for support.
@NullMarked
package in.sauda.core.diagnostics;

import org.jspecify.annotations.NullMarked;
