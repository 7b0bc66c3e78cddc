/// What can be traded: the instrument record, its category, the master cache and search.
@NullMarked
package in.sauda.core.instruments;

import org.jspecify.annotations.NullMarked;
