package in.sauda.core.universe;

import static in.sauda.core.engine.TestInstruments.INFY;
import static in.sauda.core.engine.TestInstruments.NIFTY;
import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.options.OptionContracts;
import in.sauda.core.options.Underlying;
import in.sauda.core.view.QuoteRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Lists that follow the market (rules 10.5).
class LiveListsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate WEEK = LocalDate.of(2026, 11, 24);
    private static final LocalDate NEXT_MONTH = LocalDate.of(2026, 12, 1);
    private static final Underlying ON_NIFTY = new Underlying(Segment.NFO, "NIFTY");

    private final List<Instrument> all = new ArrayList<>();

    @BeforeEach
    void market() {
        all.addAll(List.of(NIFTY, RELIANCE, INFY));
        for (LocalDate expiry : List.of(WEEK, NEXT_MONTH)) {
            all.add(contract("NIFTY", expiry, 0, null));
            for (int strike = 24_800; strike <= 25_200; strike += 50) {
                all.add(contract("NIFTY", expiry, strike, OptionType.CE));
                all.add(contract("NIFTY", expiry, strike, OptionType.PE));
            }
        }
        all.add(contract("RELIANCE", WEEK, 0, null));
        all.add(contract("RELIANCE", WEEK, 1_400, OptionType.CE));
        all.add(contract("RELIANCE", WEEK, 1_400, OptionType.PE));
    }

    private static Instrument contract(String name, LocalDate expiry, int strike, @Nullable OptionType type) {
        String symbol = name + expiry + (type == null ? "FUT" : strike + type.name());
        return new Instrument(
                "test",
                new InstrumentKey(Segment.NFO, symbol),
                symbol,
                name,
                "",
                type == null ? InstrumentCategory.FUTURES : InstrumentCategory.OPTIONS,
                expiry,
                strike * 100L,
                type,
                65,
                5,
                0,
                false);
    }

    private OptionContracts contracts() {
        return new OptionContracts(all, TODAY);
    }

    private static QuoteRow quote(long volume) {
        long no = MarketEvent.UNKNOWN;
        return new QuoteRow(0, 100, 1, 100, 100, 100, 100, 100, volume, no, no, no, no, no, no, no, 0, 0, 0, 1, null);
    }

    private static List<String> symbols(List<Instrument> list) {
        return list.stream().map(Instrument::symbol).toList();
    }

    @Test
    void takesTheMostTradedSharesAndNothingElse() {
        Map<Instrument, QuoteRow> quotes = Map.of(RELIANCE, quote(500), INFY, quote(900), NIFTY, quote(10_000));
        assertThat(LiveLists.topByVolume(all, quotes::get, 50)).containsExactly(INFY, RELIANCE);
        assertThat(LiveLists.topByVolume(all, quotes::get, 1)).containsExactly(INFY);
        assertThat(LiveLists.topByVolume(all, _ -> null, 50)).isEmpty();
    }

    @Test
    void strikesFollowThePrice() {
        Set<OptionType> both = EnumSet.allOf(OptionType.class);
        assertThat(symbols(LiveLists.nearTheMoney(contracts(), ON_NIFTY, 2_501_900, 1, both)))
                .containsExactly(
                        "NIFTY2026-11-2424950CE",
                        "NIFTY2026-11-2424950PE",
                        "NIFTY2026-11-2425000CE",
                        "NIFTY2026-11-2425000PE",
                        "NIFTY2026-11-2425050CE",
                        "NIFTY2026-11-2425050PE");
        assertThat(symbols(LiveLists.nearTheMoney(contracts(), ON_NIFTY, 2_503_000, 0, EnumSet.of(OptionType.PE))))
                .containsExactly("NIFTY2026-11-2425050PE");
        assertThat(LiveLists.nearTheMoney(contracts(), ON_NIFTY, 0, 1, both)).isEmpty();
        assertThat(symbols(LiveLists.nearTheMoney(contracts(), ON_NIFTY, 3_000_000, 1, both)))
                .as("the top of the ladder has no strike above it")
                .hasSize(4);
    }

    @Test
    void everythingOnAnUnderlyingIsIndexFuturesAndThisMonthsOptions() {
        List<Instrument> list = LiveLists.everythingOn(contracts(), all, ON_NIFTY, 2_500_000, 4);
        assertThat(symbols(list))
                .startsWith("NIFTY", "NIFTY2026-11-24FUT", "NIFTY2026-12-01FUT", "NIFTY2026-11-2425000CE")
                .hasSize(3 + 4)
                .noneMatch(symbol -> symbol.startsWith("NIFTY2026-12-01") && !symbol.endsWith("FUT"));
    }

    @Test
    void aPortfolioHasSharesTheirFuturesAndOptionsInTurn() {
        List<Instrument> list = LiveLists.acrossKinds(
                contracts(), List.of(RELIANCE, INFY, NIFTY), spot -> spot.equals(NIFTY) ? 2_500_000L : 140_000L, 5);
        assertThat(symbols(list))
                .containsExactly(
                        "RELIANCE-EQ",
                        "INFY-EQ",
                        "NIFTY",
                        "RELIANCE2026-11-24FUT",
                        "NIFTY2026-11-24FUT",
                        "RELIANCE2026-11-241400CE",
                        "NIFTY2026-11-2425000CE",
                        "RELIANCE2026-11-241400PE",
                        "NIFTY2026-11-2425000PE",
                        "NIFTY2026-11-2424950CE");
    }
}
