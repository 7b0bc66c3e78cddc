/// Measures of the terminal's screen.
@NullMarked
package in.sauda.bench.ui;

import org.jspecify.annotations.NullMarked;
