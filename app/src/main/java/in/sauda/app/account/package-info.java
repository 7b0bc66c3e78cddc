/// The account on the screen: funds and holdings as the broker's books say.
@NullMarked
package in.sauda.app.account;

import org.jspecify.annotations.NullMarked;
