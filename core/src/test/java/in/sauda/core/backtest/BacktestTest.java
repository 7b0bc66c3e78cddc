package in.sauda.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candlefile.BarLabel;
import in.sauda.core.candlefile.CandleFiles;
import in.sauda.core.candlefile.InstrumentKind;
import in.sauda.core.candlefile.RecordedData;
import in.sauda.core.candlefile.SymbolCandles;
import in.sauda.core.candles.CandleArray;
import in.sauda.core.engine.TestInstruments;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.IndiaTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestTest {
    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);
    private static final long MINUTE = 60_000L;

    private static long at(String time) {
        return IndiaTime.epochMillis(DAY, LocalTime.parse(time));
    }

    /// Twenty quiet minutes from 09:15 and the one that meets the check vector of rules 2.2, at 09:35.
    private static CandleArray vector() {
        CandleArray candles = new CandleArray();
        for (int i = 0; i < 20; i++) {
            candles.add(at("09:15") + i * MINUTE, 10_000, 10_050, 9_950, 10_000, 1_000);
        }
        candles.add(at("09:35"), 10_000, 10_100, 10_000, 10_090, 3_000);
        return candles;
    }

    private static BacktestResult run(String strategy, CandleArray candles, String... parameters) {
        return run(strategy, TestInstruments.INFY, candles, parameters);
    }

    private static BacktestResult run(
            String strategy, Instrument instrument, CandleArray candles, String... parameters) {
        BacktestParameters chosen = new BacktestParameters(strategy);
        List.of(parameters).forEach(chosen::set);
        return new Backtest(List.of(new SymbolCandles(instrument, candles)), chosen.profile(), chosen.plan()).run();
    }

    @Test
    void raisesTheSignalOfTheCheckVector() {
        BacktestResult result = run("momentum-v0", vector());
        assertThat(BacktestFiles.signals(result.signals())).isEqualTo("""
                symbol,timestamp,price,vwap,hod,hod_dist,rel_vol,confidence
                INFY-EQ,2025-01-01T09:35:00+05:30,100.90,100.082609,101.00,0.099010,2.727273,0.811206
                """);
        assertThat(result.skipped()).containsExactly(entry(Skip.NO_NEXT_CANDLE, 1L));
    }

    /// The quantity and prices of the intraday golden trade of rules 9.3.
    @Test
    void fillsAtTheNextOpenAndChargesToThePaisa() {
        CandleArray candles = new CandleArray();
        for (int i = 0; i < 20; i++) {
            candles.add(at("09:15") + i * MINUTE, 149_000, 149_500, 148_500, 149_000, 1_000);
        }
        candles.add(at("09:35"), 149_000, 149_900, 149_000, 149_800, 3_000);
        candles.add(at("09:36"), 150_000, 150_100, 149_900, 150_050, 500);
        candles.add(at("09:37"), 150_050, 150_900, 150_000, 150_900, 500);
        candles.add(at("09:46"), 151_000, 151_000, 151_000, 151_000, 500);
        BacktestResult result =
                run("momentum-v0", candles, "slippagePct=0", "quantity=100", "holdMinutes=10", "squareOffCash=15:30");
        assertThat(result.trades())
                .extracting(
                        BacktestTrade::signalMillis,
                        BacktestTrade::entryMillis,
                        BacktestTrade::entryPrice,
                        BacktestTrade::exitMillis,
                        BacktestTrade::exitPrice,
                        BacktestTrade::exit,
                        BacktestTrade::grossPaise,
                        BacktestTrade::chargesPaise,
                        BacktestTrade::netPaise)
                .containsExactly(tuple(
                        at("09:35"),
                        at("09:36"),
                        150_000L,
                        at("09:46"),
                        151_000L,
                        ExitReason.TIME,
                        100_000L,
                        10_146L,
                        89_854L));
    }

    /// Both fire in the same minute; the engine closes INFY's candle before RELIANCE's.
    @Test
    void symbolsShareTheRoomInTheOrderInWhichTheirCandlesClose() {
        CandleArray candles = vector();
        candles.add(at("09:36"), 10_100, 10_110, 10_090, 10_100, 500);
        candles.add(at("09:41"), 10_200, 10_210, 10_190, 10_200, 500);
        BacktestParameters one = new BacktestParameters("momentum-v0");
        one.set("maxPositions=1");
        BacktestResult result = new Backtest(
                        List.of(
                                new SymbolCandles(TestInstruments.RELIANCE, candles),
                                new SymbolCandles(TestInstruments.INFY, candles)),
                        one.profile(),
                        one.plan())
                .run();
        assertThat(result.signals())
                .extracting(Signal::id, signal -> signal.instrument().symbol())
                .containsExactly(tuple(1L, "INFY-EQ"), tuple(2L, "RELIANCE-EQ"));
        assertThat(result.trades()).hasSize(1);
        assertThat(result.trades().getFirst().instrument()).isEqualTo(TestInstruments.INFY);
        assertThat(result.skipped()).containsExactly(entry(Skip.NO_ROOM, 1L));
    }

    @Test
    void slipsAgainstTheTradeBothWays() {
        CandleArray candles = vector();
        candles.add(at("09:36"), 10_100, 10_110, 10_090, 10_100, 500);
        candles.add(at("09:41"), 10_200, 10_210, 10_190, 10_200, 500);
        BacktestTrade trade =
                run("momentum-v0", candles, "slippagePct=0.5").trades().getFirst();
        assertThat(trade.entryPrice()).isEqualTo(10_151);
        assertThat(trade.exitPrice()).isEqualTo(10_149);
    }

    /// The stop is the VWAP of the signal, 100.08.
    @ParameterizedTest
    @CsvSource({
        // open, high, low of the candle after the entry; what ends the trade, at which price
        "10150, 10400, 10000, STOP,   10008",
        "10150, 10400, 10100, TARGET, 10201",
        "10000, 10400, 9900,  STOP,   10000",
        "10300, 10400, 10250, TARGET, 10300",
    })
    void assumesTheStopCameFirst(long open, long high, long low, ExitReason reason, long price) {
        CandleArray candles = vector();
        candles.add(at("09:36"), 10_100, 10_110, 10_090, 10_100, 500);
        candles.add(at("09:37"), open, high, low, (high + low) / 2, 500);
        BacktestTrade trade = run("momentum-v0", candles, "slippagePct=0", "targetPct=1")
                .trades()
                .getFirst();
        assertThat(trade.exit()).isEqualTo(reason);
        assertThat(trade.exitPrice()).isEqualTo(price);
        assertThat(trade.exitMillis()).isEqualTo(at("09:37"));
    }

    @Test
    void sizesByTheRiskAndNeverBeyondTheCapital() {
        CandleArray candles = vector();
        candles.add(at("09:36"), 10_100, 10_110, 10_090, 10_100, 500);
        // 1 % of ten lakh is 10,000 rupees; 0.92 rupees a unit to the stop at 100.08; ten lakh buy 9,900 units.
        assertThat(run("momentum-v0", candles, "slippagePct=0")
                        .trades()
                        .getFirst()
                        .quantity())
                .isEqualTo(9_900);
        assertThat(run("momentum-v0", candles, "slippagePct=0", "riskPct=0.1")
                        .trades()
                        .getFirst()
                        .quantity())
                .isEqualTo(1_086);
        assertThat(run("momentum-v0", candles, "slippagePct=0", "riskPct=0.1", "lot=250")
                        .trades()
                        .getFirst()
                        .quantity())
                .isEqualTo(1_000);
        assertThat(run("momentum-v0", candles, "riskPct=0.001", "lot=250").skipped())
                .containsExactly(entry(Skip.RISK_TOO_SMALL, 1L));
    }

    @Test
    void endsWithTheSessionAndNeverFillsOnAnotherDay() {
        CandleArray candles = vector();
        candles.add(at("09:36"), 10_100, 10_110, 10_090, 10_105, 500);
        long next = at("09:15") + 86_400_000L;
        candles.add(next, 10_500, 10_500, 10_500, 10_500, 500);
        BacktestTrade trade =
                run("momentum-v0", candles, "slippagePct=0").trades().getFirst();
        assertThat(trade.exit()).isEqualTo(ExitReason.SESSION_END);
        assertThat(trade.exitPrice()).isEqualTo(10_105);
        assertThat(trade.exitMillis()).isEqualTo(at("09:36"));

        CandleArray overnight = vector();
        overnight.add(next, 10_100, 10_110, 10_090, 10_100, 500);
        assertThat(run("momentum-v0", overnight).skipped()).containsExactly(entry(Skip.NO_NEXT_CANDLE, 1L));
    }

    @Test
    void squaresOffInTime() {
        CandleArray candles = vector();
        candles.add(at("09:36"), 10_100, 10_110, 10_090, 10_100, 500);
        candles.add(at("09:38"), 10_120, 10_130, 10_100, 10_110, 500);
        assertThat(run("momentum-v0", candles, "squareOffCash=09:38")
                        .trades()
                        .getFirst()
                        .exit())
                .isEqualTo(ExitReason.SQUARE_OFF);
        assertThat(run("momentum-v0", candles, "squareOffCash=09:36").skipped())
                .containsExactly(entry(Skip.TOO_LATE, 1L));
    }

    @Test
    void tradesNoIndex() {
        CandleArray candles = vector();
        candles.add(at("09:36"), 10_100, 10_110, 10_090, 10_100, 500);
        assertThat(run("momentum-v0", TestInstruments.NIFTY, candles).skipped())
                .containsExactly(entry(Skip.NOT_TRADABLE, 1L));
    }

    @Test
    void seesNothingOfTheFuture() {
        CandleArray whole = vector();
        whole.add(at("09:36"), 10_100, 20_000, 5_000, 10_100, 5_000_000);
        assertThat(run("momentum-v0", whole).signals().getFirst())
                .isEqualTo(run("momentum-v0", vector()).signals().getFirst());
    }

    @Test
    void keepsTheLockedProfileAsItIs() {
        BacktestParameters locked = new BacktestParameters("momentum-v0");
        assertThatThrownBy(() -> locked.set("volMultiplier=1.5"))
                .hasMessage("The profile momentum-v0 is locked, so volMultiplier cannot be changed; use --strategy "
                        + "momentum, whose thresholds are free.");
        BacktestParameters free = new BacktestParameters("momentum");
        free.set("vol-mult=1.5");
        free.set("hod_dist = 0.75");
        assertThat(free.profile().volumeMultiplier()).isEqualTo(1.5);
        assertThat(free.profile().dayHighProximityPercent()).isEqualTo(0.75);
        assertThatThrownBy(() -> free.set("nonsense=1")).hasMessageContaining("there are capital, hodProximityPct");
        assertThatThrownBy(() -> free.set("holdMinutes=soon"))
                .hasMessage("holdMinutes must be a number from 1 to 1000, not 'soon'.");
        assertThatThrownBy(() -> free.set("lastSignal=9")).hasMessageContaining("must be a time like 09:20");
        assertThatThrownBy(() -> new BacktestParameters("magic"))
                .hasMessage("There is no strategy called 'magic'; there are momentum and momentum-v0.");
    }

    private static CandleFiles.Content recorded(String name) throws IOException {
        return new CandleFiles(
                        TradingCalendar.bundled(),
                        new CandleFiles.Options(null, BarLabel.AUTO, InstrumentKind.AUTO, Set.of()))
                .read(List.of(RecordedData.file(name)));
    }

    /// Every signal of a month of a stock and of two days of fourteen contracts, against exact decimals.
    @ParameterizedTest
    @CsvSource({
        "ohlcv_1m/TCS_equity_1m_2025-01.csv.gz, 6, 0, 1",
        "ohlcv_1m/DERIVED_from_ticks_nifty50_stocks_and_indices_1m_2021-03-26_2021-06-11.csv.gz, 0, 1, 2",
    })
    void findsTheSignalsTheRuleFinds(String name, int symbol, int stamp, int first) throws IOException {
        BacktestParameters parameters = new BacktestParameters("momentum-v0");
        BacktestResult result = new Backtest(recorded(name).symbols(), parameters.profile(), parameters.plan()).run();
        List<String> expected = BareMomentumRule.signals(RecordedData.file(name), symbol, stamp, first);
        assertThat(expected).hasSizeGreaterThan(200);
        List<String> found =
                BacktestFiles.signals(result.signals()).lines().skip(1).toList();
        // Equities come before indices within a minute, as in a live batch; the rule knows no such order.
        assertThat(found.stream().sorted().toList())
                .isEqualTo(expected.stream().sorted().toList());
    }

    @Test
    void howManyThreadsWorkChangesNothing() throws IOException {
        List<SymbolCandles> symbols = recorded(
                        "ohlcv_1m/DERIVED_from_ticks_nifty50_stocks_and_indices_1m_2021-03-26_2021-06-11.csv.gz")
                .symbols();
        BacktestParameters parameters = new BacktestParameters("momentum");
        BacktestResult alone = new Backtest(symbols, parameters.profile(), parameters.plan()).run(1);
        assertThat(alone.trades()).isNotEmpty();
        assertThat(new Backtest(symbols, parameters.profile(), parameters.plan()).run(3))
                .isEqualTo(alone);
    }

    @Test
    void writesTheSameBytesTwice(@TempDir Path folder) throws IOException {
        String name = "ohlcv_1m/TCS_equity_1m_2025-01.csv.gz";
        for (String run : List.of("first", "second")) {
            CandleFiles.Content content = recorded(name);
            BacktestParameters parameters = new BacktestParameters("momentum");
            BacktestResult result = new Backtest(content.symbols(), parameters.profile(), parameters.plan()).run();
            assertThat(result.trades()).isNotEmpty();
            assertThat(new BacktestFiles(folder.resolve(run))
                            .write(parameters, new BacktestSummary(parameters, content, result), result))
                    .hasSize(4);
        }
        for (String file : List.of("signals.csv", "trades.csv", "equity.csv", "report.html")) {
            assertThat(Files.mismatch(
                            folder.resolve("first").resolve(file),
                            folder.resolve("second").resolve(file)))
                    .isEqualTo(-1);
        }
    }
}
