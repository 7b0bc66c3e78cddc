package in.sauda.simulator.market;

import in.sauda.simulator.master.Contract;

/// Everything a {@link Tape} needs to play one contract through one day.
///
/// @param key seed of this contract on this day
/// @param previousClose fixed-point
record TapeSpec(
        Contract contract,
        long key,
        FairPrice fair,
        FairPrice activity,
        Liquidity liquidity,
        SessionPlan plan,
        VolumeCurve volumes,
        long previousClose,
        long lowerCircuit,
        long upperCircuit) {}
