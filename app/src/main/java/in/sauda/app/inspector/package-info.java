/// The symbol inspector: everything the terminal holds of one symbol, live.
@NullMarked
package in.sauda.app.inspector;

import org.jspecify.annotations.NullMarked;
