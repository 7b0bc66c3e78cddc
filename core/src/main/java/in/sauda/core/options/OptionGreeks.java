package in.sauda.core.options;

/// How an option's price answers to what it depends on, by {@link Black76}.
///
/// @param delta change of the price for a change of one in the forward
/// @param gamma change of delta for a change of one in the forward
/// @param theta change of the price a calendar day
/// @param vega change of the price for one percentage point of volatility
/// @param rho change of the price for one percentage point of interest
/// @param volatility of a year, 0.12 for 12 %; NaN where the price implies none
public record OptionGreeks(double delta, double gamma, double theta, double vega, double rho, double volatility) {}
