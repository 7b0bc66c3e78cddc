package in.sauda.core.truth;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far the newest re-read of a day is, and what it found.
///
/// @param date null before the first one
/// @param asked instruments whose day is or was read again
/// @param done of these, read
/// @param failed of these, not read
/// @param differing of the read ones, with minutes that are not the broker's
/// @param mended of the read ones, with minutes that were missing or incomplete
/// @param names symbols that differ, at most five
public record RereadProgress(
        @Nullable LocalDate date, int asked, int done, int failed, int differing, int mended, List<String> names) {
    public static final RereadProgress NONE = new RereadProgress(null, 0, 0, 0, 0, 0, List.of());

    public RereadProgress {
        names = List.copyOf(names);
    }

    public boolean running() {
        return done + failed < asked;
    }
}
