package in.sauda.broker.angelone;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.time.LocalDate;

/// Instruments for tests.
public final class Instruments {
    private Instruments() {}

    public static Instrument equity(String token, String symbol) {
        return instrument(new InstrumentKey(Segment.NSE, token), symbol, InstrumentCategory.EQUITY);
    }

    public static Instrument index() {
        return instrument(new InstrumentKey(Segment.NSE, "99926000"), "Nifty 50", InstrumentCategory.INDEX);
    }

    public static Instrument option() {
        return new Instrument(
                "angelone",
                new InstrumentKey(Segment.NFO, "44662"),
                "NIFTY16SEP2524950CE",
                "NIFTY",
                "OPTIDX",
                InstrumentCategory.OPTIONS,
                LocalDate.of(2025, 9, 16),
                2_495_000,
                OptionType.CE,
                75,
                5,
                1800,
                false);
    }

    public static Instrument of(Segment segment, String token) {
        return instrument(new InstrumentKey(segment, token), token, InstrumentCategory.OTHER);
    }

    private static Instrument instrument(InstrumentKey key, String symbol, InstrumentCategory category) {
        return new Instrument("angelone", key, symbol, symbol, "", category, null, 0, null, 1, 5, 0, false);
    }
}
