package in.sauda.simulator.exchange;

/// A part of an order that traded.
///
/// @param price fixed-point
record Fill(ExchangeOrder order, long quantity, long price) {}
