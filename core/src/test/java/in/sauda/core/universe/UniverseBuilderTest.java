package in.sauda.core.universe;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Rules 10.5: kinds with limits, every instrument once, each remembers its kinds.
final class UniverseBuilderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate NEAR = LocalDate.of(2026, 11, 24);
    private static final LocalDate FAR = LocalDate.of(2026, 12, 29);

    private final List<Instrument> all = new ArrayList<>();

    @Test
    void hasTheLimitsOfTheRules() {
        assertThat(UniverseKind.INDEX.defaultLimit()).isEqualTo(100);
        assertThat(UniverseKind.EQUITY.defaultLimit()).isEqualTo(500);
        assertThat(UniverseKind.FUTURES.defaultLimit()).isEqualTo(200);
        assertThat(UniverseKind.OPTIONS.defaultLimit()).isEqualTo(500);
    }

    @Test
    void takesIndicesAndSharesOfNseFirstAndThoseWithDerivativesBeforeOthers() {
        share(Segment.BSE, "RELIANCE");
        share(Segment.NSE, "SMALLCO-EQ");
        share(Segment.NSE, "RELIANCE-EQ");
        future("RELIANCE", NEAR);
        assertThat(symbols(UniverseKind.EQUITY, 2)).containsExactly("RELIANCE-EQ", "SMALLCO-EQ");
        assertThat(symbols(UniverseKind.EQUITY, 9)).containsExactly("RELIANCE-EQ", "SMALLCO-EQ", "RELIANCE");
    }

    @Test
    void takesTheNearestFuturesFirstIndexBeforeShareAndNoneThatExpired() {
        share(Segment.NSE, "ABB-EQ");
        future("ABB", NEAR);
        future("NIFTY", FAR);
        future("NIFTY", NEAR);
        future("NIFTY", TODAY.minusDays(1));
        assertThat(symbols(UniverseKind.FUTURES, 10))
                .containsExactly("NIFTY2026-11-24FUT", "ABB2026-11-24FUT", "NIFTY2026-12-29FUT");
        assertThat(symbols(UniverseKind.FUTURES, 1)).containsExactly("NIFTY2026-11-24FUT");
    }

    @Test
    void takesOptionsFromTheMiddleOfEachNearestLadderInTurn() {
        future("NIFTY", NEAR);
        future("BANKNIFTY", NEAR);
        for (int strike = 24_800; strike <= 25_200; strike += 100) {
            option("NIFTY", NEAR, strike);
            option("NIFTY", FAR, strike);
        }
        for (int strike = 54_000; strike <= 56_000; strike += 500) {
            option("BANKNIFTY", NEAR, strike);
        }
        assertThat(symbols(UniverseKind.OPTIONS, 6))
                .containsExactly(
                        "BANKNIFTY2026-11-2455000CE",
                        "NIFTY2026-11-2425000CE",
                        "BANKNIFTY2026-11-2455000PE",
                        "NIFTY2026-11-2425000PE",
                        "BANKNIFTY2026-11-2454500CE",
                        "NIFTY2026-11-2424900CE");
    }

    @Test
    void countsAnInstrumentOnceAndRemembersEveryKindItWasChosenFor() {
        share(Segment.NSE, "SBIN-EQ");
        share(Segment.NSE, "TCS-EQ");
        InstrumentKey sbin = all.getFirst().key();
        Universe universe = new UniverseBuilder(all, TODAY, Map.of(UniverseKind.MTF, Set.of(sbin)))
                .build(Map.of(UniverseKind.EQUITY, 500, UniverseKind.MTF, 500, UniverseKind.MIS, 500));
        assertThat(universe.size()).isEqualTo(2);
        assertThat(universe.kinds(sbin)).containsExactly(UniverseKind.EQUITY, UniverseKind.MTF);
        assertThat(universe.of(UniverseKind.MTF)).extracting(Instrument::symbol).containsExactly("SBIN-EQ");
        assertThat(universe.of(UniverseKind.MIS)).isEmpty();
    }

    private List<String> symbols(UniverseKind kind, int limit) {
        return new UniverseBuilder(all, TODAY, Map.of())
                .build(Map.of(kind, limit)).of(kind).stream()
                        .map(Instrument::symbol)
                        .toList();
    }

    private void share(Segment segment, String symbol) {
        add(segment, symbol, symbol.replace("-EQ", ""), InstrumentCategory.EQUITY, null, 0, null);
    }

    private void future(String name, LocalDate expiry) {
        add(Segment.NFO, name + expiry + "FUT", name, InstrumentCategory.FUTURES, expiry, 0, null);
    }

    private void option(String name, LocalDate expiry, int strike) {
        for (OptionType type : OptionType.values()) {
            add(
                    Segment.NFO,
                    name + expiry + strike + type,
                    name,
                    InstrumentCategory.OPTIONS,
                    expiry,
                    strike * 100L,
                    type);
        }
    }

    private void add(
            Segment segment,
            String symbol,
            String name,
            InstrumentCategory category,
            @Nullable LocalDate expiry,
            long strike,
            @Nullable OptionType type) {
        InstrumentKey key = new InstrumentKey(segment, Integer.toString(all.size() + 1));
        all.add(new Instrument("test", key, symbol, name, "", category, expiry, strike, type, 1, 5, 0, false));
    }
}
