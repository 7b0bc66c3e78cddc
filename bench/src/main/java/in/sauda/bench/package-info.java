/// Root package of the module.
@NullMarked
package in.sauda.bench;

import org.jspecify.annotations.NullMarked;
