package in.sauda.simulator.exchange;

import in.sauda.simulator.master.Contract;

/// Shares the client already owned in the morning.
///
/// @param averageRupees what they cost each
public record Holding(Contract contract, String isin, long quantity, double averageRupees) {}
