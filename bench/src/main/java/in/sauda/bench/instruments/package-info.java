/// Import and search of real instrument masters.
@NullMarked
package in.sauda.bench.instruments;

import org.jspecify.annotations.NullMarked;
