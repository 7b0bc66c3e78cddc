package in.sauda.core.strategy;

/// How one instance of a strategy is to be run.
///
/// @param id names the instance; never changes
/// @param running false keeps it listed without judging anything
public record StrategySetup(String id, StrategyProfile profile, Lane lane, boolean running) {
    public StrategySetup withRunning(boolean wanted) {
        return new StrategySetup(id, profile, lane, wanted);
    }

    public StrategySetup withLane(Lane wanted) {
        return new StrategySetup(id, profile, wanted, running);
    }

    public StrategySetup withProfile(StrategyProfile wanted) {
        return new StrategySetup(id, wanted, lane, running);
    }
}
