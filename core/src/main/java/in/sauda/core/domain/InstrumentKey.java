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

    /// Reads what {@link #toString()} writes.
    ///
    /// @throws IllegalArgumentException when it is no key
    public static InstrumentKey parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("'" + text + "' is no key such as NSE:2885");
        }
        return new InstrumentKey(Segment.valueOf(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return segment + ":" + token;
    }
}
