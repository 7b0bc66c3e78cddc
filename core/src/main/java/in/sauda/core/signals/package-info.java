/// What a strategy saw and when.
@NullMarked
package in.sauda.core.signals;

import org.jspecify.annotations.NullMarked;
