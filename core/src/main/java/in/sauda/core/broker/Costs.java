package in.sauda.core.broker;

import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.instruments.Instrument;
import java.util.List;

/// What orders would cost, before they are sent. Blocks.
public interface Costs {
    /// Margin of all legs together, hedges counted.
    ///
    /// @param legs at most {@link BrokerCapabilities#basketLegs()}
    /// @throws BrokerException when the broker refuses or cannot be reached
    Margin margin(List<Leg> legs) throws BrokerException;

    /// Brokerage, exchange charges and taxes of all legs together.
    ///
    /// @param legs at most {@link BrokerCapabilities#basketLegs()}
    /// @throws BrokerException when the broker refuses or cannot be reached
    Charges charges(List<Leg> legs) throws BrokerException;

    /// An order that might be sent.
    ///
    /// @param quantity units, above zero
    /// @param price fixed-point in the instrument's decimals
    record Leg(Instrument instrument, Side side, Product product, OrderType type, long quantity, long price) {}

    /// All amounts in paise, {@link Paise#UNKNOWN} where the broker leaves one out.
    ///
    /// @param total what would be blocked
    /// @param benefit what hedging saves; already taken off the total
    record Margin(
            long total,
            long span,
            long benefit,
            long netPremium,
            long optionPremium,
            long delivery,
            long otherSegments) {}

    /// @param totalPaise sum of all charges
    /// @param tradeValuePaise what they are charged on
    /// @param breakup groups of charges, each with its own parts
    /// @param legs the same for each leg, in the order asked; may be empty
    record Charges(long totalPaise, long tradeValuePaise, List<Charge> breakup, List<Charges> legs) {
        public Charges {
            breakup = List.copyOf(breakup);
            legs = List.copyOf(legs);
        }
    }

    /// @param note the broker's explanation, may be empty
    /// @param parts what it consists of, empty for a single charge
    record Charge(String name, long paise, String note, List<Charge> parts) {
        public Charge {
            parts = List.copyOf(parts);
        }
    }
}
