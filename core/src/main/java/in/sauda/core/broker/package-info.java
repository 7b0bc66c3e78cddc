/// The broker SPI: what an adapter implements and what it may call.
@NullMarked
package in.sauda.core.broker;

import org.jspecify.annotations.NullMarked;
