/// The Upstox wire: login pages, REST, the protobuf feed, the portfolio stream and the instrument files.
@NullMarked
package in.sauda.simulator.upstox;

import org.jspecify.annotations.NullMarked;
