/// Lists of instruments besides the watchlists: index constituents, lists that follow the market, and the watchlist
/// builder; each can fill a watchlist and be the strategies' universe.
@NullMarked
package in.sauda.app.lists;

import org.jspecify.annotations.NullMarked;
