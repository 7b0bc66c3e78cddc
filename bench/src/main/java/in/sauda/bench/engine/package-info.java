/// Measurements of the engine: throughput on one core and latency through the real ring and thread.
@NullMarked
package in.sauda.bench.engine;

import org.jspecify.annotations.NullMarked;
