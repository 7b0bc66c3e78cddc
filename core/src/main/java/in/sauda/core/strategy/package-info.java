/// Strategies: what they are told, what they may do, and the momentum strategy of note 002.
@NullMarked
package in.sauda.core.strategy;

import org.jspecify.annotations.NullMarked;
