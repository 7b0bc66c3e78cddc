package in.sauda.simulator.master;

import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One row of the master as the exchange sees it. Prices are fixed-point in the segment's decimals, the unit of
/// the feed.
///
/// @param name underlying or short name
/// @param type the master's instrument type, may be empty
/// @param strike 0 where there is none
/// @param tick smallest price step, at least 1
/// @param freezeQuantity largest quantity of one order, 0 where there is no limit
/// @param closingAuction trades in the closing auction session
public record Contract(
        Segment segment,
        String token,
        String symbol,
        String name,
        Kind kind,
        String type,
        @Nullable LocalDate expiry,
        long strike,
        @Nullable OptionType optionType,
        int lotSize,
        long tick,
        long freezeQuantity,
        boolean closingAuction) {

    /// How a contract is priced.
    public enum Kind {
        INDEX,
        CASH,
        FUTURE,
        OPTION
    }

    /// Contracts are looked up on every tick; their token alone spreads them well enough.
    @Override
    public int hashCode() {
        return token.hashCode();
    }

    public double toRupees(long price) {
        return price / (double) scale();
    }

    public long scale() {
        return segment.priceDecimals() == 2 ? 100 : 10_000_000;
    }

    /// Nearest price on the tick grid, at least one tick.
    public long onTick(double rupees) {
        return Math.max(tick, Math.round(rupees * scale() / tick) * tick);
    }
}
