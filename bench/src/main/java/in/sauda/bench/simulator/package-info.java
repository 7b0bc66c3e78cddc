/// What the local exchange costs.
@NullMarked
package in.sauda.bench.simulator;

import org.jspecify.annotations.NullMarked;
