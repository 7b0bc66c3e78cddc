/// The REST interface under the broker's own names: addresses, allowances, envelopes, errors.
@NullMarked
package in.sauda.broker.upstox.rest;

import org.jspecify.annotations.NullMarked;
