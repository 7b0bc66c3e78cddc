/// The log viewer.
@NullMarked
package in.sauda.app.logs;

import org.jspecify.annotations.NullMarked;
