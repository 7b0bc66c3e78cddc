/// A long session in which something goes wrong every minute.
@NullMarked
package in.sauda.bench.soak;

import org.jspecify.annotations.NullMarked;
