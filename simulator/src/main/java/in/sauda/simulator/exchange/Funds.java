package in.sauda.simulator.exchange;

/// Where the client's money is, in rupees: {@code opening + realised + holdingSales - charges} is the cash, what is not
/// tied up by positions and orders is available.
///
/// @param holdingSales proceeds of shares sold out of the holdings
/// @param positionMargin tied up by open positions
/// @param blocked tied up by working orders
/// @param unrealised profit of open positions at the last price; not part of the cash
public record Funds(
        double opening,
        double realised,
        double holdingSales,
        double charges,
        double positionMargin,
        double blocked,
        double unrealised) {
    public double cash() {
        return opening + realised + holdingSales - charges;
    }

    public double utilised() {
        return positionMargin + blocked;
    }

    public double available() {
        return cash() - utilised();
    }
}
