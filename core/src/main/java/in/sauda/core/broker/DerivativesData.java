package in.sauda.core.broker;

import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// The broker's own figures about derivatives and lists of what may be traded. Blocks; an empty list means the
/// broker has nothing to say, which is usual outside market hours, and always so for a figure it does not know.
public interface DerivativesData {
    /// What this broker answers at all.
    Set<Figure> figures();

    /// @param underlying name as in the master, e.g. {@code NIFTY}
    /// @throws BrokerException when the broker refuses or cannot be reached
    List<Greeks> greeks(String underlying, LocalDate expiry) throws BrokerException;

    /// Put-call ratios of all underlyings.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    List<PutCallRatio> putCallRatios() throws BrokerException;

    /// @throws BrokerException when the broker refuses or cannot be reached
    List<InterestChange> buildUp(BuildUp kind, Expiry expiry) throws BrokerException;

    /// Futures that moved most.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    List<InterestChange> movers(Movers kind, Expiry expiry) throws BrokerException;

    /// Open interest over time, oldest first, split into as many calls as the broker's span limit needs.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    List<InterestPoint> openInterest(Instrument contract, Timeframe timeframe, long fromMillis, long toMillis)
            throws BrokerException;

    /// Stocks that may be traded intraday, with the broker's leverage.
    ///
    /// @param exchange NSE or BSE
    /// @throws BrokerException when the broker refuses or cannot be reached
    List<IntradayStock> intraday(Segment exchange) throws BrokerException;

    /// Stocks under surveillance, for which the broker wants the buyer's consent.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    List<CautionedStock> cautionary() throws BrokerException;

    /// One method of this interface.
    enum Figure {
        GREEKS,
        PUT_CALL_RATIOS,
        BUILD_UP,
        MOVERS,
        OPEN_INTEREST,
        INTRADAY,
        CAUTIONARY
    }

    /// Contract month, counted from now.
    enum Expiry {
        NEAR,
        NEXT,
        FAR
    }

    enum BuildUp {
        LONG_BUILT_UP,
        SHORT_BUILT_UP,
        SHORT_COVERING,
        LONG_UNWINDING
    }

    enum Movers {
        PRICE_GAINERS,
        PRICE_LOSERS,
        INTEREST_GAINERS,
        INTEREST_LOSERS
    }

    /// @param strike fixed-point with two decimals
    /// @param delta change of the premium for a change of one in the underlying
    /// @param theta change of the premium a day, in rupees
    /// @param vega change of the premium for one percent of volatility, in rupees
    /// @param impliedVolatility percent a year
    /// @param volume units traded today
    record Greeks(
            String underlying,
            LocalDate expiry,
            long strike,
            OptionType type,
            double delta,
            double gamma,
            double theta,
            double vega,
            double impliedVolatility,
            long volume) {}

    /// @param symbol the future the ratio is filed under
    record PutCallRatio(String symbol, double ratio) {}

    /// A contract whose price or open interest changed.
    ///
    /// @param token the exchange's token in NFO, may be empty
    /// @param lastPrice fixed-point with two decimals, -1 where unknown
    /// @param netChange price change of the day, fixed-point with two decimals, {@link Paise#UNKNOWN} where
    ///     unknown
    /// @param percentChange of price or of open interest, as the list is ordered
    /// @param openInterest units
    /// @param interestChange units since the previous day
    record InterestChange(
            String symbol,
            String token,
            long lastPrice,
            long netChange,
            double percentChange,
            long openInterest,
            long interestChange) {}

    /// @param millis start of the interval, epoch milliseconds
    /// @param openInterest units
    record InterestPoint(long millis, long openInterest) {}

    /// @param multiplier how many times the margin may be traded
    record IntradayStock(Segment exchange, String symbol, double multiplier) {}

    /// @param segment may be absent in the broker's list, which then means NSE
    /// @param reason the broker's words, may be empty
    record CautionedStock(Segment segment, String token, String symbol, String reason) {}
}
