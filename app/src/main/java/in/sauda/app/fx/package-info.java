/// What every view shares: the pulse that feeds the screen, table cells, small nodes. The only package that posts to
/// the FX thread.
@NullMarked
package in.sauda.app.fx;

import org.jspecify.annotations.NullMarked;
