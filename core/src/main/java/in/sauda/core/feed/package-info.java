/// Market data on its way from an adapter into the engine.
@NullMarked
package in.sauda.core.feed;

import org.jspecify.annotations.NullMarked;
