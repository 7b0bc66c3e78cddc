/// The window: regions, keys and the entry point for the composition root.
@NullMarked
package in.sauda.app.shell;

import org.jspecify.annotations.NullMarked;
