package in.sauda.core.universe;

import in.sauda.core.instruments.Instrument;

/// What is known of one share when a watchlist is built.
///
/// @param industry sector, empty where no list named it
/// @param marketCapCrore NaN where no list told it
/// @param changePercent of the day, NaN where it is not known
public record ShareFacts(
        Instrument instrument, String industry, double marketCapCrore, double changePercent, DailyFacts days) {}
