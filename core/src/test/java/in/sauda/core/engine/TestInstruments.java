package in.sauda.core.engine;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Contracts for tests.
public final class TestInstruments {
    public static final Instrument RELIANCE = equity("2885", "RELIANCE-EQ");
    public static final Instrument INFY = equity("1594", "INFY-EQ");
    public static final Instrument NIFTY = new Instrument(
            "test",
            new InstrumentKey(Segment.NSE, "99926000"),
            "NIFTY",
            "NIFTY",
            "AMXIDX",
            InstrumentCategory.INDEX,
            null,
            0,
            null,
            1,
            0,
            0,
            false);
    public static final Instrument NIFTY_FUTURE = new Instrument(
            "test",
            new InstrumentKey(Segment.NFO, "35001"),
            "NIFTY24NOV26FUT",
            "NIFTY",
            "FUTIDX",
            InstrumentCategory.FUTURES,
            LocalDate.of(2026, 11, 24),
            0,
            null,
            65,
            10,
            1_800,
            false);

    private TestInstruments() {}

    /// A cash stock that trades in the closing auction session.
    public static Instrument equity(String token, String symbol) {
        return new Instrument(
                "test",
                new InstrumentKey(Segment.NSE, token),
                symbol,
                symbol.replace("-EQ", ""),
                "",
                InstrumentCategory.EQUITY,
                null,
                0,
                null,
                1,
                5,
                0,
                true);
    }

    /// An option on NIFTY.
    ///
    /// @param strike in points
    public static Instrument option(int strike, OptionType type) {
        return new Instrument(
                "test",
                new InstrumentKey(Segment.NFO, strike + type.name()),
                "NIFTY24NOV26" + strike + type,
                "NIFTY",
                "OPTIDX",
                InstrumentCategory.OPTIONS,
                LocalDate.of(2026, 11, 24),
                strike * 100L,
                type,
                65,
                5,
                1_800,
                false);
    }

    /// Calls and puts around 25,000.
    public static List<Instrument> ladder() {
        List<Instrument> ladder = new ArrayList<>();
        for (int strike = 24_500; strike <= 25_500; strike += 50) {
            ladder.add(option(strike, OptionType.CE));
            ladder.add(option(strike, OptionType.PE));
        }
        return ladder;
    }
}
