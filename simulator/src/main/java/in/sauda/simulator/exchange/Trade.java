package in.sauda.simulator.exchange;

/// A booked trade of the client.
///
/// @param price fixed-point in the contract's decimals
public record Trade(String fillId, ExchangeOrder order, long quantity, long price, long millis) {}
