/// Everything at once: cancel all orders, leave all positions, stop a segment; always asked before.
@NullMarked
package in.sauda.app.desk;

import org.jspecify.annotations.NullMarked;
