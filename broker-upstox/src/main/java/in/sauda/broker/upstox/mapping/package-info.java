/// What the wire's values mean: pure functions between JSON or keys and the domain.
@NullMarked
package in.sauda.broker.upstox.mapping;

import org.jspecify.annotations.NullMarked;
