/// Where log lines go: one file per module and day, and a short memory for the log viewer; never a secret in
/// either.
@NullMarked
package in.sauda.app.logging;

import org.jspecify.annotations.NullMarked;
