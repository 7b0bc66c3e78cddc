/// Root package of the module.
@NullMarked
package in.sauda.simulator;

import org.jspecify.annotations.NullMarked;
