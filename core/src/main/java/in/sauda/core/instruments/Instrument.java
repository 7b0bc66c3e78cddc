package in.sauda.core.instruments;

import in.sauda.core.domain.FixedPoint;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One tradable or quotable contract as a broker's master describes it.
///
/// @param broker broker whose master listed it, e.g. {@code angelone}
/// @param symbol trading symbol, e.g. {@code RELIANCE-EQ}
/// @param name underlying or short name, e.g. {@code RELIANCE}
/// @param type the master's own instrument type, trimmed, may be empty
/// @param expiry last trading date, null for cash and indices
/// @param strike fixed-point with {@link #priceDecimals()}, 0 where there is none
/// @param lotSize units per lot, at least 1
/// @param tickSize fixed-point with {@link #priceDecimals()}, 0 where unknown (indices)
/// @param freezeQuantity largest quantity of one order in units, 0 where unknown
/// @param closingAuction true where the stock trades in the closing auction session
/// @param isin number of a security in every depository, empty where there is none or the master does not tell
public record Instrument(
        String broker,
        InstrumentKey key,
        String symbol,
        String name,
        String type,
        InstrumentCategory category,
        @Nullable LocalDate expiry,
        long strike,
        @Nullable OptionType optionType,
        int lotSize,
        long tickSize,
        long freezeQuantity,
        boolean closingAuction,
        String isin) {

    /// An instrument without an ISIN: contracts, indices, and masters that do not tell.
    public Instrument(
            String broker,
            InstrumentKey key,
            String symbol,
            String name,
            String type,
            InstrumentCategory category,
            @Nullable LocalDate expiry,
            long strike,
            @Nullable OptionType optionType,
            int lotSize,
            long tickSize,
            long freezeQuantity,
            boolean closingAuction) {
        this(
                broker,
                key,
                symbol,
                name,
                type,
                category,
                expiry,
                strike,
                optionType,
                lotSize,
                tickSize,
                freezeQuantity,
                closingAuction,
                "");
    }

    public Segment segment() {
        return key.segment();
    }

    public String token() {
        return key.token();
    }

    public int priceDecimals() {
        return key.segment().priceDecimals();
    }

    public BigDecimal rupees(long price) {
        return FixedPoint.toRupees(price, priceDecimals());
    }

    /// Value of a quantity at a price, in paise, rounded half up.
    public long valuePaise(long price, long quantity) {
        long scale = FixedPoint.scale(priceDecimals() - 2);
        long product = Math.multiplyExact(price, quantity);
        return Math.floorDiv(product + scale / 2, scale);
    }

    public boolean index() {
        return category == InstrumentCategory.INDEX;
    }
}
