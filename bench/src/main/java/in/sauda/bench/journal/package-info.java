/// The journal's speed.
@NullMarked
package in.sauda.bench.journal;

import org.jspecify.annotations.NullMarked;
