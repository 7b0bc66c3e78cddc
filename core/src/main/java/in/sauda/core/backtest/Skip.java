package in.sauda.core.backtest;

/// Why a signal became no trade.
public enum Skip {
    ALREADY_IN("the symbol had a position or an order already"),
    NO_ROOM("as many positions as allowed were open"),
    NO_NEXT_CANDLE("no later candle of the session to fill at"),
    TOO_LATE("the next candle was at or after the square-off"),
    THROUGH_STOP("the fill would have been beyond the stop"),
    RISK_TOO_SMALL("the risk allowed less than one lot"),
    NOT_TRADABLE("an index cannot be traded");

    private final String sentence;

    Skip(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
