/// What is asked of the feed and what came of it: counts, gauges, every tracked symbol.
@NullMarked
package in.sauda.app.subscriptions;

import org.jspecify.annotations.NullMarked;
