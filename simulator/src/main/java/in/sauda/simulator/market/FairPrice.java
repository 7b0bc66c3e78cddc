package in.sauda.simulator.market;

/// What something is worth during one day, in rupees. A pure function of the slot; safe from any thread.
@FunctionalInterface
public interface FairPrice {
    double at(int slot);
}
