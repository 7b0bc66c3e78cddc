/// Delayed work, so that tests decide when it happens.
@NullMarked
package in.sauda.broker.angelone.timer;

import org.jspecify.annotations.NullMarked;
