/// One logged-in account: login, tokens, and everything that only asks the broker something.
@NullMarked
package in.sauda.broker.upstox.session;

import org.jspecify.annotations.NullMarked;
