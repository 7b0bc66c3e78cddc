/// Root package of the module.
@NullMarked
package in.sauda.app;

import org.jspecify.annotations.NullMarked;
