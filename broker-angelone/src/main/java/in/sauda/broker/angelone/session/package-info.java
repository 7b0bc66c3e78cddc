/// Login, tokens and the session that owns an account's sockets and threads.
@NullMarked
package in.sauda.broker.angelone.session;

import org.jspecify.annotations.NullMarked;
