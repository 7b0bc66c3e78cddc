/// What a user interface may read and ask: conflated rows, lossless events and commands.
@NullMarked
package in.sauda.core.view;

import org.jspecify.annotations.NullMarked;
