/// How the terminal looks and what it keeps, on one page.
@NullMarked
package in.sauda.app.preferences;

import org.jspecify.annotations.NullMarked;
