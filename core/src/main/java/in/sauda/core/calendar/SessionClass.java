package in.sauda.core.calendar;

import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;

/// Whose session table an instrument follows. A session belongs to the instrument, not to the exchange.
public enum SessionClass {
    /// Cash stocks with derivatives: closing auction since 3 Aug 2026.
    CASH_WITH_DERIVATIVES,
    CASH,
    INDEX,
    EQUITY_FUTURES,
    EQUITY_OPTIONS,
    CURRENCY,
    COMMODITY;

    public static SessionClass of(Instrument instrument) {
        Segment segment = instrument.segment();
        return switch (segment) {
            case NSE, BSE ->
                instrument.category() == InstrumentCategory.INDEX
                        ? INDEX
                        : instrument.closingAuction() ? CASH_WITH_DERIVATIVES : CASH;
            case NFO, BFO -> instrument.category() == InstrumentCategory.FUTURES ? EQUITY_FUTURES : EQUITY_OPTIONS;
            case CDS, BCD -> CURRENCY;
            case MCX, NCDEX, NCO -> COMMODITY;
        };
    }
}
