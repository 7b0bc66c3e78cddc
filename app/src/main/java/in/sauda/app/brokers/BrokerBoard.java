package in.sauda.app.brokers;

import in.sauda.core.broker.DerivativesData;
import in.sauda.core.broker.OptionData;
import in.sauda.core.broker.RateUse;
import in.sauda.core.feed.FeedState;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.MasterMapping;
import java.util.List;
import java.util.Optional;

/// What is true of the brokers of a session at this moment. Cheap to ask, from any thread.
public interface BrokerBoard {
    /// One broker, or two: the first takes the orders that name no broker.
    List<Line> brokers();

    /// True when prices come from the second broker while both deliver.
    boolean secondPreferred();

    /// Takes prices from the second broker, or from the first again; nothing happens where there is only one.
    void preferSecond(boolean wanted);

    /// Whose price of an instrument is in force, for people.
    ///
    /// @param instrument registry index
    String source(int instrument);

    /// What a broker says of options: the first one's where it does, else the second's.
    Optional<OptionData> options();

    /// Who tells Greeks by strike: the first one where it does, else the second.
    Optional<DerivativesData> derivatives();

    /// How often an instrument has changed its source so far.
    long changeovers();

    /// Where the two brokers' prices are more than a tick apart for more than a second.
    List<Gap> gaps();

    /// How the two instrument lists fit together; empty where there is only one. Takes a second: ask in the background.
    Optional<MasterMapping> mapping();

    /// @param account who is logged in, as the broker names him
    /// @param feed state of its market feed
    /// @param ageNanos since its last frame, Long.MAX_VALUE before the first
    /// @param frames received so far
    /// @param inForce instruments whose prices come from it now
    /// @param validUntilMillis end of the login, epoch milliseconds; Long.MAX_VALUE without one
    record Line(
            String name,
            String account,
            FeedState feed,
            long ageNanos,
            long frames,
            int inForce,
            long validUntilMillis,
            List<RateUse> rates) {
        public Line {
            rates = List.copyOf(rates);
        }
    }

    /// @param first last price of the first broker, fixed-point
    /// @param second last price of the second broker, fixed-point
    /// @param nanos for how long they have differed
    record Gap(Instrument instrument, long first, long second, long nanos) {}
}
