/// The way of a packet from three loopback sockets to the quote book, at a rate no real market day reaches.
@NullMarked
package in.sauda.bench.feed;

import org.jspecify.annotations.NullMarked;
