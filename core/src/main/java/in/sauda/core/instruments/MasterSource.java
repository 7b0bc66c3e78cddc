package in.sauda.core.instruments;

import in.sauda.core.broker.InstrumentSource;

/// One instrument master to keep: the name of its cache and the broker's way to fetch and read it.
///
/// @param name name of the cache, lower-case letters, digits and dashes; usually the broker's id. The demo's master has
///     a name of its own, or it would replace the real one.
public record MasterSource(String name, InstrumentSource source) {
    public MasterSource {
        if (!name.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("not a cache name: " + name);
        }
    }
}
