/// What strategies saw, newest first.
@NullMarked
package in.sauda.app.signals;

import org.jspecify.annotations.NullMarked;
