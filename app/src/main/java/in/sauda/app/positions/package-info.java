/// Open and closed positions with their live result.
@NullMarked
package in.sauda.app.positions;

import org.jspecify.annotations.NullMarked;
