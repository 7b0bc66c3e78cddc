/// The composition root: everything a running terminal consists of is made and connected here, by hand, and
/// closed here.
@NullMarked
package in.sauda.app.session;

import org.jspecify.annotations.NullMarked;
