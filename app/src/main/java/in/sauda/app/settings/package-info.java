/// What the terminal remembers between two starts.
@NullMarked
package in.sauda.app.settings;

import org.jspecify.annotations.NullMarked;
