package in.sauda.core.universe;

/// One share of an index, as the exchange's list names it.
///
/// @param company name, may be empty
/// @param industry sector, may be empty
/// @param symbol without its series
/// @param isin may be empty
/// @param marketCapCrore market value in crore rupees, NaN where the file does not tell
public record Constituent(String company, String industry, String symbol, String isin, double marketCapCrore) {}
