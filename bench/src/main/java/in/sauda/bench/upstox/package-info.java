/// Frames of the Upstox feed, beside the class protoc generates.
@NullMarked
package in.sauda.bench.upstox;

import org.jspecify.annotations.NullMarked;
