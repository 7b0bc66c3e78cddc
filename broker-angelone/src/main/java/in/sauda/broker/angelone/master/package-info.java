/// The instrument master: download, streamed parse, rows to instruments.
@NullMarked
package in.sauda.broker.angelone.master;

import org.jspecify.annotations.NullMarked;
