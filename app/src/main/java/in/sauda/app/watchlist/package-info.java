/// Instruments the user watches, live.
@NullMarked
package in.sauda.app.watchlist;

import org.jspecify.annotations.NullMarked;
