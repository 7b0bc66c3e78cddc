/// Search as you type over all instruments, in memory: {@link in.sauda.core.instruments.search.SearchIndex}.
@NullMarked
package in.sauda.core.instruments.search;

import org.jspecify.annotations.NullMarked;
