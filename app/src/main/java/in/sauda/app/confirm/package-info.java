/// The confirmation card: the only way an order leaves.
@NullMarked
package in.sauda.app.confirm;

import org.jspecify.annotations.NullMarked;
