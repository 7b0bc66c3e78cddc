/// Decoding one broker's binary packets, beside two usual ways of doing it.
@NullMarked
package in.sauda.bench.decode;

import org.jspecify.annotations.NullMarked;
