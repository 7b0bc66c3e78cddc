/// Option chains: calls left, strikes in the middle, puts right, live.
@NullMarked
package in.sauda.app.options;

import org.jspecify.annotations.NullMarked;
