package in.sauda.core.candlefile;

import in.sauda.core.candles.CandleArray;
import in.sauda.core.instruments.Instrument;

/// Clean candles of one symbol, oldest first, one a minute, stamped with their starts.
public record SymbolCandles(Instrument instrument, CandleArray candles) {}
