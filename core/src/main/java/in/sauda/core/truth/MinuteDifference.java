package in.sauda.core.truth;

import in.sauda.core.candles.Candle;
import org.jspecify.annotations.Nullable;

/// One minute of which ours and the broker's history say different things.
///
/// @param ours as it was before the comparison, null when we had none
/// @param theirs null when the broker has none
public record MinuteDifference(
        long startMillis,
        Kind kind,
        @Nullable Candle ours,
        @Nullable Candle theirs) {
    /// What is different.
    public enum Kind {
        /// A price more than a tick apart.
        PRICE("price"),
        /// Volume more than 2 % apart.
        VOLUME("volume"),
        PRICE_AND_VOLUME("price, volume"),
        /// We had nothing.
        MISSING("missing"),
        /// Ours was known to be incomplete.
        PARTIAL("incomplete"),
        /// The broker has nothing.
        EXTRA("not at the broker");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// For people.
        public String words() {
            return words;
        }

        /// True when our minute was taken for complete and is not the broker's.
        public boolean mismatch() {
            return this == PRICE || this == VOLUME || this == PRICE_AND_VOLUME || this == EXTRA;
        }
    }
}
