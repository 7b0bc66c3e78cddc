package in.sauda.core.feed;

import in.sauda.core.instruments.Instrument;

/// A wish for market data.
///
/// @param instrument what
/// @param index the registry index the adapter must put into {@link MarketEvent#instrument}
/// @param mode how much
/// @param interest which wishes go first when there is not room for all
public record Subscription(Instrument instrument, int index, FeedMode mode, Interest interest) {
    public Subscription(Instrument instrument, int index, FeedMode mode) {
        this(instrument, index, mode, Interest.OTHER);
    }
}
