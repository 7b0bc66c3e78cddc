/// Root package of the module.
@NullMarked
package in.sauda.broker.upstox;

import org.jspecify.annotations.NullMarked;
