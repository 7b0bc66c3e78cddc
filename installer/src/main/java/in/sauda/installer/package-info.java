/// Wraps the distribution of `app` and a Java runtime into the installer of the operating system this runs on.
@NullMarked
package in.sauda.installer;

import org.jspecify.annotations.NullMarked;
