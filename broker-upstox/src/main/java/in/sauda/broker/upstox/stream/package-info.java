/// The market data feed: reading frames, keeping the socket alive, spending the broker's budgets.
@NullMarked
package in.sauda.broker.upstox.stream;

import org.jspecify.annotations.NullMarked;
