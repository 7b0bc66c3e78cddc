/// The broker's market-data socket: connection, subscriptions and the binary packets.
@NullMarked
package in.sauda.broker.angelone.stream;

import org.jspecify.annotations.NullMarked;
