/// Finding an instrument among all of them while typing.
@NullMarked
package in.sauda.app.search;

import org.jspecify.annotations.NullMarked;
