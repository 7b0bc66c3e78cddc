/// Root package of the module.
@NullMarked
package in.sauda.broker.angelone;

import org.jspecify.annotations.NullMarked;
