/// The instrument files: download, streamed parse, rows to instruments.
@NullMarked
package in.sauda.broker.upstox.master;

import org.jspecify.annotations.NullMarked;
