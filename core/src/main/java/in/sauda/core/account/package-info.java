/// What the account owns: funds, holdings, positions and trades as the broker's books say, read beside the engine.
@NullMarked
package in.sauda.core.account;

import org.jspecify.annotations.NullMarked;
