package in.sauda.core.health;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the health log is kept and whose disk is watched; nowhere in tests and measurements.
///
/// @param folder the data folder, or null to keep no log
public record HealthHome(@Nullable Path folder) {
    public static final HealthHome NONE = new HealthHome(null);
}
