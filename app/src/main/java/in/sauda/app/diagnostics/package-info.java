/// The diagnostics page: checks with fixes, and the bundle for support.
@NullMarked
package in.sauda.app.diagnostics;

import org.jspecify.annotations.NullMarked;
