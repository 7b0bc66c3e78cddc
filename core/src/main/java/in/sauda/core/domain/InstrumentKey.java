package in.sauda.core.domain;

import java.util.Objects;

/// Identity of an instrument: the exchange's token inside its segment.
///
/// Tokens repeat between segments and are used again after an expiry, so a key names a contract only within one
/// trading day.
public record InstrumentKey(Segment segment, String token) {
    public InstrumentKey {
        Objects.requireNonNull(segment);
        if (token.isBlank()) {
            throw new IllegalArgumentException("token is blank");
        }
    }

    @Override
    public String toString() {
        return segment + ":" + token;
    }
}
