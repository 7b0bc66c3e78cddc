package in.sauda.app.testkit;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.time.LocalDate;

/// Instruments as the Angel One master describes them.
public final class Instruments {
    public static final Instrument RELIANCE = equity("RELIANCE", "2885");
    public static final Instrument SBIN = equity("SBIN", "3045");
    public static final Instrument NIFTY_FUTURE = new Instrument(
            "angelone",
            new InstrumentKey(Segment.NFO, "53001"),
            "NIFTY29SEP26FUT",
            "NIFTY",
            "FUTIDX",
            InstrumentCategory.FUTURES,
            LocalDate.of(2026, 9, 29),
            0,
            null,
            65,
            10,
            1800,
            false);
    public static final Instrument NIFTY_CALL = new Instrument(
            "angelone",
            new InstrumentKey(Segment.NFO, "54001"),
            "NIFTY29SEP2625000CE",
            "NIFTY",
            "OPTIDX",
            InstrumentCategory.OPTIONS,
            LocalDate.of(2026, 9, 29),
            2_500_000,
            OptionType.CE,
            65,
            5,
            1800,
            false);
    public static final Instrument NIFTY = index("Nifty 50", "NIFTY", "99926000");
    public static final Instrument BANK_NIFTY = index("Nifty Bank", "BANKNIFTY", "99926009");
    public static final Instrument VIX = index("India VIX", "INDIA VIX", "99926017");

    private Instruments() {}

    public static Instrument equity(String name, String token) {
        return new Instrument(
                "angelone",
                new InstrumentKey(Segment.NSE, token),
                name + "-EQ",
                name,
                "",
                InstrumentCategory.EQUITY,
                null,
                0,
                null,
                1,
                10,
                0,
                true);
    }

    private static Instrument index(String symbol, String name, String token) {
        return new Instrument(
                "angelone",
                new InstrumentKey(Segment.NSE, token),
                symbol,
                name,
                "AMXIDX",
                InstrumentCategory.INDEX,
                null,
                0,
                null,
                1,
                0,
                0,
                false);
    }
}
