package in.sauda.core.candlefile;

import in.sauda.core.candles.CandleArray;

/// Rows of one symbol as a file has them: stamps are the file's own, in the file's order.
final class RawSymbol {
    final String symbol;
    final String key;
    final CandleArray rows = new CandleArray();

    RawSymbol(String symbol, String key) {
        this.symbol = symbol;
        this.key = key;
    }
}
