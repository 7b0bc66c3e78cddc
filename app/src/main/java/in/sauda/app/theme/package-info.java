/// Colours, fonts and icons: tokens per theme and palette, applied to a scene in one place.
@NullMarked
package in.sauda.app.theme;

import org.jspecify.annotations.NullMarked;
