/// The evening's review in the window: what became of the day's signals, and what the reviewer makes of it.
@NullMarked
package in.sauda.app.review;

import org.jspecify.annotations.NullMarked;
