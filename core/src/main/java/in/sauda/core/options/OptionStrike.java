package in.sauda.core.options;

import in.sauda.core.domain.OptionType;
import in.sauda.core.instruments.Instrument;
import org.jspecify.annotations.Nullable;

/// The call and the put of one strike; one of them may not be listed.
///
/// @param strike fixed-point with the decimals of the segment
public record OptionStrike(
        long strike, @Nullable Instrument call, @Nullable Instrument put) {
    public @Nullable Instrument of(OptionType type) {
        return type == OptionType.CE ? call : put;
    }
}
