package in.sauda.simulator.market;

/// How the model prices one option now: sensitivities on the forward (rules 5.2).
///
/// @param theta a calendar day's decay in rupees
/// @param vega rupees for one point of volatility
/// @param volatility of a year, 0.14 for 14 %
public record Greeks(double delta, double gamma, double theta, double vega, double volatility) {}
