/// The {@code sauda} command line: one class per command, no logic that a view could not reuse.
@NullMarked
package in.sauda.app.command;

import org.jspecify.annotations.NullMarked;
