/// The journal: every input that decides candles and signals, in the order in which the engine consumed it (rules
/// 7.11).
@NullMarked
package in.sauda.core.journal;

import org.jspecify.annotations.NullMarked;
