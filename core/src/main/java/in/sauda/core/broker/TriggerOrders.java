package in.sauda.core.broker;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Orders that rest at the broker until a price is reached ("good till triggered"). Blocks.
///
/// Whatever changes something is sent once. When the reply is lost the failure's code is {@code UNKNOWN_OUTCOME}
/// and the list tells what became of it.
public interface TriggerOrders {
    /// Returns the broker's id of the rule.
    ///
    /// @throws BrokerException when it was refused, or its outcome is not known
    String create(Request request) throws BrokerException;

    /// Gives a rule new terms.
    ///
    /// @param terms quantity, price and trigger; the instrument must be the rule's own
    /// @throws BrokerException when it was refused, or its outcome is not known
    void modify(String id, Request terms) throws BrokerException;

    /// @throws BrokerException when it was refused, or its outcome is not known
    void cancel(TradingMode mode, Rule rule) throws BrokerException;

    /// @throws BrokerException when the broker refuses or cannot be reached
    Optional<Rule> find(String id) throws BrokerException;

    /// All rules in one of the states, newest first as the broker sends them.
    ///
    /// @param states empty for all
    /// @throws BrokerException when the broker refuses or cannot be reached
    List<Rule> list(Set<State> states) throws BrokerException;

    enum State {
        /// Taken, not watched yet.
        NEW,
        /// Waiting for its price.
        ACTIVE,
        /// Triggered; an ordinary order now.
        SENT,
        CANCELLED,
        /// Something the broker calls otherwise; see {@link Rule#stateText}.
        OTHER
    }

    /// @param mode checked again by the adapter, like an order's
    /// @param quantity units
    /// @param disclosedQuantity units shown to the market, 0 for all
    /// @param price limit, fixed-point in the instrument's decimals
    /// @param triggerPrice fixed-point in the instrument's decimals
    record Request(
            TradingMode mode,
            Instrument instrument,
            Side side,
            Product product,
            long quantity,
            long disclosedQuantity,
            long price,
            long triggerPrice) {}

    /// @param stateText the broker's word for the state
    /// @param createdMillis epoch milliseconds, 0 when unknown
    /// @param updatedMillis epoch milliseconds, 0 when unknown
    /// @param expiresMillis epoch milliseconds, 0 when unknown
    record Rule(
            String id,
            State state,
            String stateText,
            InstrumentKey key,
            String symbol,
            Side side,
            Product product,
            long quantity,
            long disclosedQuantity,
            long price,
            long triggerPrice,
            long createdMillis,
            long updatedMillis,
            long expiresMillis) {}

    /// Where and how the broker takes such orders.
    record Limits(Set<Segment> segments, Set<Product> products) {
        public static final Limits NONE = new Limits(Set.of(), Set.of());

        public Limits {
            segments = Set.copyOf(segments);
            products = Set.copyOf(products);
        }
    }
}
