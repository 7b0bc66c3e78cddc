/// Orders: sending them once, and finding out what became of them.
@NullMarked
package in.sauda.broker.upstox.orders;

import org.jspecify.annotations.NullMarked;
