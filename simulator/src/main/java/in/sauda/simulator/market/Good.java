package in.sauda.simulator.market;

import in.sauda.core.domain.Segment;

/// A commodity or currency underlying of the bundled table.
///
/// @param tick smallest step of its contracts in rupees
/// @param strikeStep rupees between strikes, 0 without options
/// @param sigma standard deviation of one day's log return
/// @param units traded on an ordinary day in the nearest contract
public record Good(
        Segment segment,
        String name,
        double price,
        int lot,
        double tick,
        double strikeStep,
        double sigma,
        double units) {}
