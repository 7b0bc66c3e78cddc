/// Which instruments are streamed because of what they are, kind by kind and within limits.
@NullMarked
package in.sauda.core.universe;

import org.jspecify.annotations.NullMarked;
