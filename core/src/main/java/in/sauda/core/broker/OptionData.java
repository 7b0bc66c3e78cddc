package in.sauda.core.broker;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Options of one underlying as the broker lists and prices them. Blocks. What the broker leaves out of a side is
/// unknown, never 0: prices are -1 then, figures are not a number.
public interface OptionData {
    /// Every option contract of an underlying, all expiries.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    List<Listing> contracts(Instrument underlying) throws BrokerException;

    /// The chain of one expiry, lowest strike first; empty when the broker lists none.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    Chain chain(Instrument underlying, LocalDate expiry) throws BrokerException;

    /// Sensitivities of any number of options, in as many calls as the broker's limit needs. An option the broker
    /// says nothing about is missing.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    List<Figures> greeks(Collection<Instrument> options) throws BrokerException;

    /// @param key ours
    /// @param strike fixed-point in the segment's decimals
    /// @param call true for a call, false for a put
    /// @param lotSize units
    /// @param freezeQuantity largest quantity of one order in units, 0 where unknown
    /// @param weekly false in the last expiry of a month
    record Listing(
            InstrumentKey key,
            String symbol,
            LocalDate expiry,
            long strike,
            boolean call,
            int lotSize,
            long freezeQuantity,
            boolean weekly) {}

    /// @param spot last price of the underlying, fixed-point with two decimals, -1 where unknown
    /// @param receivedMillis wall time of the reply, which carries no time of its own
    record Chain(LocalDate expiry, long spot, long receivedMillis, List<Strike> strikes) {
        public Chain {
            strikes = List.copyOf(strikes);
        }

        /// Open interest of all puts over that of all calls; empty while no call is held.
        public Optional<Double> putCallRatio() {
            long calls = 0;
            long puts = 0;
            for (Strike strike : strikes) {
                calls += strike.call().map(Side::openInterest).orElse(0L);
                puts += strike.put().map(Side::openInterest).orElse(0L);
            }
            return calls == 0 ? Optional.empty() : Optional.of((double) puts / calls);
        }
    }

    /// @param price fixed-point with two decimals
    /// @param call absent where only the put is listed
    record Strike(long price, Optional<Side> call, Optional<Side> put) {}

    /// One option of a chain.
    ///
    /// @param previousInterest open interest at the end of the day before
    record Side(
            Figures figures,
            long previousClose,
            long bid,
            long bidQuantity,
            long ask,
            long askQuantity,
            long previousInterest) {
        long openInterest() {
            return Math.max(0, figures.openInterest());
        }
    }

    /// What one option costs and how its price reacts.
    ///
    /// @param lastPrice fixed-point in the segment's decimals, -1 where unknown
    /// @param volume units traded today
    /// @param openInterest units
    /// @param delta change of the premium for a change of one in the underlying
    /// @param theta change of the premium a day, in rupees
    /// @param vega change of the premium for one percent of volatility, in rupees
    /// @param impliedVolatility percent a year, whichever unit the broker uses
    record Figures(
            InstrumentKey key,
            long lastPrice,
            long volume,
            long openInterest,
            double delta,
            double gamma,
            double theta,
            double vega,
            double impliedVolatility) {}
}
