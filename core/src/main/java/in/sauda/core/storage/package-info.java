/// The database on disk: one H2 file, opened once, migrated on opening.
@NullMarked
package in.sauda.core.storage;

import org.jspecify.annotations.NullMarked;
