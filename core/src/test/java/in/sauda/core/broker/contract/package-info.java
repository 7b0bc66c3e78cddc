/// What every broker adapter must do, whatever its wire: one suite, run by each adapter against its own wire server.
@NullMarked
package in.sauda.core.broker.contract;

import org.jspecify.annotations.NullMarked;
