/// The evening's review: what became of the day's signals, for a person to judge (rules 2.4 to 2.6).
@NullMarked
package in.sauda.core.review;

import org.jspecify.annotations.NullMarked;
