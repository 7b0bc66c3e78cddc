/// The broker's REST interface under its own names: one exchange, its envelopes, its limits.
@NullMarked
package in.sauda.broker.angelone.rest;

import org.jspecify.annotations.NullMarked;
