package in.sauda.core.account;

import in.sauda.core.broker.AccountSnapshot.BookedPosition;
import in.sauda.core.broker.BookedTrade;
import in.sauda.core.broker.Funds;
import in.sauda.core.broker.Holding;
import java.util.List;

/// The account at one moment. Immutable; a new one is published with every change.
///
/// @param loggedIn a session is attached; without one nothing is read and what was read grows old
public record AccountData(
        boolean loggedIn,
        Reading<Funds> funds,
        Reading<List<Holding>> holdings,
        Reading<List<BookedPosition>> positions,
        Reading<List<BookedTrade>> trades) {
    /// Before the first login.
    public static final AccountData NONE =
            new AccountData(false, Reading.none(), Reading.none(), Reading.none(), Reading.none());

    /// True while any part is being read.
    public boolean loading() {
        return funds.loading() || holdings.loading() || positions.loading() || trades.loading();
    }

    AccountData withLogin(boolean now) {
        return new AccountData(now, funds, holdings, positions, trades);
    }

    /// Logged out: nothing is being read any more.
    AccountData stopped() {
        return new AccountData(false, funds.stopped(), holdings.stopped(), positions.stopped(), trades.stopped());
    }

    AccountData withFunds(Reading<Funds> next) {
        return new AccountData(loggedIn, next, holdings, positions, trades);
    }

    AccountData withHoldings(Reading<List<Holding>> next) {
        return new AccountData(loggedIn, funds, next, positions, trades);
    }

    AccountData withPositions(Reading<List<BookedPosition>> next) {
        return new AccountData(loggedIn, funds, holdings, next, trades);
    }

    AccountData withTrades(Reading<List<BookedTrade>> next) {
        return new AccountData(loggedIn, funds, holdings, positions, next);
    }
}
