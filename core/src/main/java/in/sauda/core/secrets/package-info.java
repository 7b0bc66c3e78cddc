/// Secrets of the user: where they are kept, what is computed from them, and what keeps them out of every log.
@NullMarked
package in.sauda.core.secrets;

import org.jspecify.annotations.NullMarked;
