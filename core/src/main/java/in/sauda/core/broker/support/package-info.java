/// What every adapter needs and no broker differs in: waiting, rate limits, reconnects, and finding out what
/// became of
/// an order.
@NullMarked
package in.sauda.core.broker.support;

import org.jspecify.annotations.NullMarked;
