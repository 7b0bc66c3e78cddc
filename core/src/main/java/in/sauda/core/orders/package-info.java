/// Orders from ticket to exit, and the positions they leave.
@NullMarked
package in.sauda.core.orders;

import org.jspecify.annotations.NullMarked;
