/// The backtest workbench: files, strategy and parameters in, figures, equity and trades out, runs side by side.
@NullMarked
package in.sauda.app.backtest;

import org.jspecify.annotations.NullMarked;
