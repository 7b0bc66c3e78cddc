/// Pure functions between the wire and the domain; no input or output.
@NullMarked
package in.sauda.broker.angelone.mapping;

import org.jspecify.annotations.NullMarked;
