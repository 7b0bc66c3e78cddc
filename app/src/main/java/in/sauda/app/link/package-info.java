/// The one instrument that chart, depth and ticket show.
@NullMarked
package in.sauda.app.link;

import org.jspecify.annotations.NullMarked;
