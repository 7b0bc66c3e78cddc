package in.sauda.core.candles;

import static in.sauda.core.engine.TestInstruments.INFY;
import static in.sauda.core.engine.TestInstruments.NIFTY;
import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.calendar.PhaseCache;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.engine.TestClock;
import in.sauda.core.feed.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Rules 7.2 to 7.5 and 7.10, row by row.
class CandleBuilderTest {
    @Test
    void takesThePreOpenVolumeAsTheBaseOfTheFirstCandle() {
        TapeFixture tape = new TapeFixture("09:05");
        tape.tick("09:08:00", 10_000, 0);
        tape.tick("09:10:00", 10_000, 500);
        tape.tick("09:15:01", 10_010, 700);
        assertThat(tape.series.size()).isEqualTo(1);
        assertThat(tape.series.volume(0)).isEqualTo(200);
        assertThat(tape.series.flags(0)).isZero();
        assertThat(tape.holes).isEmpty();
    }

    @Test
    void marksTheFirstCandlePartialAndAsksForHistoryWhenStartedLate() {
        TapeFixture tape = new TapeFixture("10:00:20");
        tape.tick("10:00:21", 10_000, 90_000);
        tape.tick("10:00:22", 10_005, 90_100);
        assertThat(tape.series.candle(0))
                .isEqualTo(new Candle(TestClock.at("10:00"), 10_000, 10_005, 10_000, 10_005, 100, Candle.PARTIAL));
        assertThat(tape.holes).containsExactly(0);
    }

    @Test
    void changesOnlyThePriceWhenTheVolumeStays() {
        TapeFixture tape = started();
        tape.tick("10:00:30", 10_020, 1_100);
        tape.tick("10:00:31", 10_030, 1_100);
        assertThat(tape.series.high(0)).isEqualTo(10_030);
        assertThat(tape.series.volume(0)).isEqualTo(100);
    }

    /// A tape whose base volume is 1,000 just before 10:00:00.
    private static TapeFixture started() {
        TapeFixture tape = new TapeFixture("09:05");
        tape.tick("09:10:00", 10_000, 1_000);
        return tape;
    }

    @Test
    void letsAnOutOfOrderTickOnlyWidenItsOwnOpenBar() {
        TapeFixture tape = started();
        tape.tick("10:00:30", 10_020, 1_100);
        MarketEvent late = tape.event("10:00:29", 9_990, 1_050);
        late.sequence = 1;
        tape.take(late);
        assertThat(tape.series.low(0)).isEqualTo(9_990);
        assertThat(tape.series.close(0)).isEqualTo(10_020);
        assertThat(tape.series.volume(0)).isEqualTo(100);
        assertThat(tape.builder.counters().outOfOrder()).isEqualTo(1);
    }

    @Test
    void takesACorrectedVolumeAsTheNewBase() {
        TapeFixture tape = started();
        tape.tick("10:00:30", 10_020, 1_100);
        tape.tick("10:00:31", 10_020, 1_040);
        tape.tick("10:00:32", 10_020, 1_060);
        assertThat(tape.series.volume(0)).isEqualTo(120);
        assertThat(tape.builder.counters().corrections()).isEqualTo(1);
        assertThat(tape.holes).isEmpty();
    }

    @Test
    void treatsAVanishedVolumeAsANewFeed() {
        TapeFixture tape = started();
        tape.tick("10:00:30", 10_020, 1_100);
        tape.tick("10:00:31", 10_020, 10);
        tape.tick("10:00:32", 10_025, 30);
        assertThat(tape.series.volume(0)).isEqualTo(120);
        assertThat(tape.series.flags(0) & Candle.PARTIAL).isEqualTo(Candle.PARTIAL);
        assertThat(tape.holes).containsExactly(0);
    }

    @Test
    void startsANewSessionFromZeroVolume() {
        TapeFixture tape = started();
        tape.tick("15:00:00", 10_020, 1_100);
        MarketEvent monday = tape.event("09:15:02", 10_100, 70);
        monday.exchangeMillis += 3 * 86_400_000L;
        tape.take(monday);
        int last = tape.series.size() - 1;
        assertThat(tape.series.volume(last)).isEqualTo(70);
        assertThat(tape.series.vwap(last)).isEqualTo(101.0);
        assertThat(tape.series.flags(last) & Candle.PARTIAL).isZero();
    }

    @Test
    void dropsAnIdenticalTick() {
        TapeFixture tape = started();
        MarketEvent tick = tape.event("10:00:30", 10_020, 1_100);
        tape.take(tick);
        long revision = tape.series.revision();
        tape.take(tick);
        assertThat(tape.series.revision()).isEqualTo(revision);
        assertThat(tape.builder.counters().duplicates()).isEqualTo(1);
    }

    @Test
    void putsTheVolumeOfAGapOverAMinuteBoundaryAside() {
        TapeFixture tape = started();
        tape.tick("10:00:30", 10_020, 1_100);
        tape.builder.reconnected(TestClock.at("10:02:00") * 1_000_000L);
        tape.tick("10:02:05", 10_050, 1_900);
        tape.tick("10:02:06", 10_055, 1_950);
        int last = tape.series.size() - 1;
        assertThat(tape.series.volume(last)).isEqualTo(50);
        assertThat(tape.series.flags(last) & Candle.PARTIAL).isEqualTo(Candle.PARTIAL);
        assertThat(tape.builder.gapVolume(0)).isEqualTo(800);
        assertThat(tape.holes).containsExactly(0);
    }

    @Test
    void aLossMakesEveryMinuteItTouchesPartialAndHistoryRepairsThem() {
        TapeFixture tape = started();
        tape.tick("10:00:30", 10_020, 1_100);
        tape.now("10:02:00");
        tape.builder.reconnected(TestClock.at("10:02:00") * 1_000_000L);
        tape.tick("10:02:05", 10_050, 1_900);
        Candle cutShort = new Candle(TestClock.at("10:00"), 10_020, 10_020, 10_020, 10_020, 100, Candle.PARTIAL);
        assertThat(tape.revised).containsExactly(cutShort);
        assertThat(tape.series.flags(1)).isEqualTo(Candle.PARTIAL);

        tape.now("10:03:05");
        Candle whole = new Candle(TestClock.at("10:00"), 10_020, 10_060, 10_010, 10_030, 400, Candle.HISTORY);
        Candle patched = flagged(whole, Candle.HISTORY | Candle.PATCHED);
        tape.builder.merge(0, List.of(whole), false);
        assertThat(tape.series.candle(0)).isEqualTo(patched);
        assertThat(tape.revised).containsExactly(cutShort, patched);
    }

    @Test
    void aLossWithinOneMinuteKeepsTheVolumeButNotTheTrustInTheRange() {
        TapeFixture tape = started();
        tape.tick("10:00:10", 10_020, 1_100);
        tape.builder.reconnected(TestClock.at("10:00:30") * 1_000_000L);
        tape.tick("10:00:31", 10_050, 1_300);
        assertThat(tape.series.candle(0))
                .isEqualTo(new Candle(TestClock.at("10:00"), 10_020, 10_050, 10_020, 10_050, 300, Candle.PARTIAL));
        assertThat(tape.holes).containsExactly(0);
    }

    @Test
    void aLossInWhichNothingWasTradedLeavesTheCandleWhole() {
        TapeFixture tape = started();
        tape.tick("10:00:10", 10_020, 1_100);
        tape.builder.reconnected(TestClock.at("10:00:30") * 1_000_000L);
        tape.tick("10:00:31", 10_020, 1_100);
        tape.tick("10:00:40", 10_030, 1_150);
        assertThat(tape.series.flags(0)).isZero();
        assertThat(tape.holes).isEmpty();
    }

    @Test
    void aTickOvertakenOverAMinuteBoundaryMakesBothMinutesPartial() {
        TapeFixture tape = started();
        tape.tick("10:00:30", 10_020, 1_100);
        MarketEvent overtaken = tape.event("10:00:59.900", 10_040, 1_150);
        tape.tick("10:01:00.100", 10_030, 1_200);
        tape.builder.onEvent(overtaken);
        assertThat(tape.series.flags(0)).isEqualTo(Candle.PARTIAL);
        assertThat(tape.series.flags(1)).isEqualTo(Candle.PARTIAL);
        assertThat(tape.holes).containsExactly(0);
    }

    @Test
    void anOvertakenTickInsideABarOnlyWidensIt() {
        TapeFixture tape = started();
        tape.tick("10:00:30", 10_020, 1_100);
        MarketEvent overtaken = tape.event("10:00:31", 10_040, 1_150);
        tape.tick("10:00:32", 10_030, 1_200);
        tape.take(overtaken);
        assertThat(tape.series.candle(0))
                .isEqualTo(new Candle(TestClock.at("10:00"), 10_020, 10_040, 10_020, 10_030, 200, 0));
        assertThat(tape.holes).isEmpty();
    }

    @Test
    void aPolledMinuteIsPartialBecauseAPollSeesOnlySomeTrades() {
        TapeFixture tape = started();
        MarketEvent polled = tape.event("10:00:30", 10_020, 1_100);
        polled.polled = true;
        polled.connectedNanos = 5;
        tape.take(polled);
        assertThat(tape.series.flags(0)).isEqualTo(Candle.PARTIAL);
        MarketEvent streamed = tape.event("10:00:35", 10_020, 1_100);
        streamed.connectedNanos = 6;
        tape.take(streamed);
        assertThat(tape.holes).containsExactly(0);
    }

    @Test
    void flagsABlockDealAndKeepsItsVolume() {
        TapeFixture tape = started();
        tape.tick("10:00:30", 10_020, 1_100);
        tape.tick("10:00:31", 10_020, 1_400);
        assertThat(tape.series.volume(0)).isEqualTo(400);
        assertThat(tape.series.flags(0)).isEqualTo(Candle.SPIKE);
    }

    @Test
    void knowsNoVolumeAndNoVwapOfAnIndex() {
        TapeFixture tape = new TapeFixture("10:00", NIFTY);
        tape.tick("10:00:01", 2_500_000, MarketEvent.UNKNOWN);
        tape.tick("10:00:02", 2_500_500, MarketEvent.UNKNOWN);
        assertThat(tape.series.volume(0)).isEqualTo(-1);
        assertThat(tape.series.vwap(0)).isNaN();
        assertThat(tape.series.close(0)).isEqualTo(2_500_500);
    }

    @Test
    void bucketsByTheLastTradeWhenItIsFresh() {
        TapeFixture tape = started();
        MarketEvent tick = tape.event("10:01:00.200", 10_020, 1_100);
        tick.lastTradeMillis = TestClock.at("10:00:59");
        tape.take(tick);
        assertThat(tape.series.startMillis(0)).isEqualTo(TestClock.at("10:00"));
    }

    @Test
    void bucketsByThePacketWhenTheLastTradeIsOlderThanAMinute() {
        TapeFixture tape = started();
        MarketEvent tick = tape.event("10:02:00.200", 10_020, 1_100);
        tick.lastTradeMillis = TestClock.at("10:00:59");
        tape.take(tick);
        assertThat(tape.series.startMillis(0)).isEqualTo(TestClock.at("10:02"));
    }

    @Test
    void bucketsByOurClockWhenThePacketHasNoTime() {
        TapeFixture tape = started();
        tape.now("10:04:10");
        MarketEvent tick = tape.event("10:00:00", 10_020, 1_100);
        tick.exchangeMillis = 0;
        tape.builder.onEvent(tick);
        assertThat(tape.series.startMillis(0)).isEqualTo(TestClock.at("10:04"));
    }

    @Test
    void leavesCandlesAloneWhenAPacketOnlyRefreshesTheQuote() {
        TapeFixture tape = started();
        MarketEvent tick = tape.event("10:00:10", 10_000, 1_000);
        tick.lastTradeMillis = TestClock.at("09:59:58");
        tape.take(tick);
        assertThat(tape.series.size()).isZero();
    }

    @Test
    void assumesATradeWithoutTradeTimeOnlyWhenSomethingChanged() {
        TapeFixture tape = started();
        tape.tick("10:00:10", 10_000, 1_000);
        assertThat(tape.series.size()).isZero();
        tape.tick("10:00:11", 10_005, 1_000);
        assertThat(tape.series.size()).isEqualTo(1);
    }

    @Test
    void keepsTwoMinutesOpenUntilTheGraceHasPassed() {
        TapeFixture tape = started();
        tape.tick("10:00:59", 10_010, 1_100);
        tape.tick("10:01:00.100", 10_030, 1_200);
        MarketEvent straggler = tape.event("10:01:00.300", 9_995, 1_250);
        straggler.lastTradeMillis = TestClock.at("10:00:59");
        tape.take(straggler);
        tape.now("10:01:01.499");
        assertThat(tape.closed).isEmpty();
        assertThat(tape.series.candle(0))
                .isEqualTo(new Candle(TestClock.at("10:00"), 10_010, 10_010, 9_995, 9_995, 150, 0));
        tape.now("10:01:01.500");
        assertThat(tape.closed).containsExactly("RELIANCE-EQ");
        assertThat(tape.series.forming()).isTrue();
    }

    @Test
    void amendsAClosedMinuteForFiveMinutes() {
        TapeFixture tape = started();
        tape.tick("10:00:30", 10_010, 1_100);
        tape.now("10:05:00");
        MarketEvent late = tape.event("10:00:45", 10_090, 1_150);
        tape.builder.onEvent(late);
        assertThat(tape.revised)
                .containsExactly(
                        new Candle(TestClock.at("10:00"), 10_010, 10_090, 10_010, 10_090, 150, Candle.REVISED));
        assertThat(tape.series.vwap(0)).isEqualTo((100.10 + 100.90 + 100.90) / 3, offset());
        tape.now("10:06:00.001");
        tape.builder.onEvent(tape.event("10:00:50", 10_100, 1_180));
        assertThat(tape.builder.counters().tooLate()).isEqualTo(1);
        assertThat(tape.builder.gapVolume(0)).isEqualTo(30);
    }

    private static Offset<Double> offset() {
        return Offset.offset(1e-9);
    }

    @Test
    void closesAllSymbolsOfAMinuteTogetherInSymbolOrder() {
        TapeFixture tape = started();
        tape.builder.track(1, INFY, new LiveBarSeries(Timeframe.M1, 2));
        tape.tick("10:00:10", 10_010, 1_100);
        MarketEvent other = tape.event("10:00:20", 150_000, 5);
        other.instrument = 1;
        tape.take(other);
        tape.now("10:01:02");
        assertThat(tape.closed).containsExactly("INFY-EQ RELIANCE-EQ");
    }

    @Test
    void writesNoCandleForAMinuteWithoutATrade() {
        TapeFixture tape = started();
        tape.tick("10:00:10", 10_010, 1_100);
        tape.now("10:03:02");
        tape.tick("10:03:10", 10_020, 1_200);
        tape.now("10:04:02");
        assertThat(tape.series.size()).isEqualTo(2);
        assertThat(tape.closed).hasSize(2);
    }

    @Test
    void makesNoCandleOfTheClosingAuctionOrAfterIt() {
        TapeFixture tape = started();
        tape.tick("15:14:59", 10_010, 1_100);
        tape.tick("15:20:00", 10_050, 1_500);
        tape.tick("15:52:00", 10_050, 1_600);
        assertThat(tape.series.size()).isEqualTo(1);
        assertThat(tape.series.volume(0)).isEqualTo(100);
    }

    @Test
    void ignoresATimeFarInTheFutureUntilASecondTickAgrees() {
        TapeFixture tape = started();
        tape.tick("10:00:10", 10_010, 1_100);
        tape.builder.onEvent(tape.event("12:00:00", 10_020, 1_200));
        assertThat(tape.builder.counters().implausibleTimes()).isEqualTo(1);
        assertThat(tape.closed).isEmpty();
        tape.builder.onEvent(tape.event("12:00:01", 10_020, 1_210));
        assertThat(tape.closed).hasSize(1);
    }

    @Test
    void mergesHistoryIntoMissingAndPartialMinutesOnly() {
        TapeFixture tape = new TapeFixture("10:00:20");
        tape.tick("10:00:21", 10_000, 90_000);
        tape.tick("10:01:05", 10_010, 90_050);
        tape.now("10:02:05");
        Candle past = new Candle(TestClock.at("09:59"), 9_900, 9_950, 9_890, 9_940, 400, Candle.HISTORY);
        Candle whole = new Candle(TestClock.at("10:00"), 9_940, 10_020, 9_930, 10_000, 700, Candle.HISTORY);
        Candle other = new Candle(TestClock.at("10:01"), 1, 1, 1, 1, 1, Candle.HISTORY);
        Candle unfinished = new Candle(TestClock.at("10:02"), 1, 1, 1, 1, 1, Candle.HISTORY);
        tape.builder.merge(0, List.of(past, whole, other, unfinished), false);
        assertThat(tape.series.size()).isEqualTo(3);
        assertThat(tape.series.candle(0)).isEqualTo(past);
        assertThat(tape.series.candle(1)).isEqualTo(flagged(whole, Candle.HISTORY | Candle.PATCHED));
        assertThat(tape.series.close(2)).isEqualTo(10_010);
        assertThat(tape.series.vwap(1))
                .isEqualTo(
                        ((9_950 + 9_890 + 9_940) * 400.0 + (10_020 + 9_930 + 10_000) * 700.0) / 1_100 / 300, offset());
    }

    private static Candle flagged(Candle candle, int flags) {
        return new Candle(
                candle.startMillis(),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                candle.volume(),
                flags);
    }

    /// 10:00 to 10:03 from ticks, 10:01 missed, 10:03 closed.
    private static TapeFixture ticked() {
        TapeFixture tape = started();
        tape.tick("10:00:30", 10_020, 1_100);
        tape.tick("10:02:05", 10_050, 1_200);
        tape.tick("10:03:05", 10_060, 1_300);
        tape.now("10:04:05");
        return tape;
    }

    @Test
    void aFinalCandleReplacesWhatDiffersAndConfirmsWhatIsTheSame() {
        TapeFixture tape = ticked();
        Candle same = new Candle(TestClock.at("10:00"), 10_020, 10_020, 10_020, 10_020, 100, 0);
        Candle hole = new Candle(TestClock.at("10:01"), 10_020, 10_045, 10_015, 10_040, 300, 0);
        Candle other = new Candle(TestClock.at("10:02"), 10_050, 10_055, 10_040, 10_045, 500, 0);
        int last = Candle.HISTORY | Candle.FINAL;
        tape.builder.merge(0, List.of(flagged(same, last), flagged(hole, last), flagged(other, last)), false);
        assertThat(tape.series.candle(0)).isEqualTo(flagged(same, Candle.FINAL));
        assertThat(tape.series.candle(1)).isEqualTo(flagged(hole, last | Candle.PATCHED));
        assertThat(tape.series.candle(2)).isEqualTo(flagged(other, last | Candle.REVISED));
        assertThat(tape.series.flags(3)).isZero();
        assertThat(tape.revised).containsExactly(tape.series.candle(0), tape.series.candle(1), tape.series.candle(2));
    }

    @Test
    void aFinalCandleStaysWhateverHistorySaysLater() {
        TapeFixture tape = ticked();
        Candle last = new Candle(TestClock.at("10:02"), 1, 2, 1, 2, 500, Candle.HISTORY | Candle.FINAL);
        tape.builder.merge(0, List.of(last), false);
        Candle settled = tape.series.candle(tape.series.countBefore(last.startMillis()));
        tape.builder.merge(0, List.of(flagged(last, Candle.HISTORY)), false);
        tape.builder.merge(0, List.of(last), true);
        assertThat(tape.series.candle(tape.series.countBefore(last.startMillis())))
                .isEqualTo(settled);
    }

    /// Rules 7.9, A: typical price of the index' minute, volume of the future's.
    @Test
    void anIndexTakesItsVwapsVolumeFromTheFutureOfTheSameMinute() {
        TapeFixture tape = started();
        LiveBarSeries index = new LiveBarSeries(Timeframe.M1, 2);
        tape.builder.track(7, NIFTY, index);
        Candle first = new Candle(TestClock.at("10:00"), 2_500_000, 2_500_900, 2_499_100, 2_500_000, 0, Candle.HISTORY);
        Candle second =
                new Candle(TestClock.at("10:01"), 2_500_000, 2_502_000, 2_500_000, 2_501_000, 0, Candle.HISTORY);
        tape.now("10:05:00");
        tape.builder.merge(7, List.of(first, second), false);
        assertThat(index.vwap(1)).isNaN();
        tape.builder.lend(7, 0);
        assertThat(index.vwap(1)).isNaN();
        tape.builder.merge(
                0,
                List.of(
                        new Candle(TestClock.at("10:00"), 1, 1, 1, 1, 300, Candle.HISTORY),
                        new Candle(TestClock.at("10:01"), 1, 1, 1, 1, 100, Candle.HISTORY)),
                false);
        assertThat(index.vwap(0)).isEqualTo(25_000.0, offset());
        assertThat(index.vwap(1)).isEqualTo((25_000.0 * 300 + 25_010.0 * 100) / 400, offset());
    }

    /// Rules 7.9: with volume in less than four fifths of the minutes there is no VWAP rather than a wrong one.
    @Test
    void anIndexWithTooFewMinutesOfVolumeHasNoVwap() {
        TapeFixture tape = started();
        LiveBarSeries index = new LiveBarSeries(Timeframe.M1, 2);
        tape.builder.track(7, NIFTY, index);
        tape.now("10:10:00");
        List<Candle> spot = new ArrayList<>();
        List<Candle> future = new ArrayList<>();
        for (int minute = 0; minute < 6; minute++) {
            long start = TestClock.at("10:00") + minute * 60_000L;
            spot.add(new Candle(start, 100, 100, 100, 100, 0, Candle.HISTORY));
            if (minute != 1 && minute != 5) {
                future.add(new Candle(start, 1, 1, 1, 1, 50, Candle.HISTORY));
            }
        }
        tape.builder.lend(7, 0);
        tape.builder.merge(7, spot, false);
        tape.builder.merge(0, future, false);
        assertThat(index.vwap(0)).isEqualTo(1.0, offset());
        assertThat(index.vwap(1)).isNaN();
        assertThat(index.vwap(4)).isEqualTo(1.0, offset());
        assertThat(index.vwap(5)).isNaN();
    }

    /// Orders wait for the same disk: at a first start the past of two hundred shares would be 375,000 rows.
    @Test
    void savesOfHistoryWhatFillsAHoleOrIsTheLastWord() {
        TapeFixture tape = started();
        Candle past = new Candle(TestClock.at("09:50"), 9_900, 9_950, 9_890, 9_940, 400, Candle.HISTORY);
        Candle last = new Candle(TestClock.at("09:51"), 9_900, 9_950, 9_890, 9_940, 400, Candle.HISTORY | Candle.FINAL);
        Candle hole = new Candle(TestClock.at("10:01"), 9_900, 9_950, 9_890, 9_940, 400, Candle.HISTORY);
        tape.tick("10:00:10", 10_010, 1_100);
        tape.now("10:05:00");
        tape.builder.merge(0, List.of(past), false);
        assertThat(tape.revised).as("what the broker has anyway").isEmpty();
        tape.builder.merge(0, List.of(past, last), true);
        assertThat(tape.revised).as("what came from the store").isEmpty();
        tape.builder.merge(0, List.of(past, hole), false);
        assertThat(tape.revised).containsExactly(flagged(hole, Candle.HISTORY | Candle.PATCHED));
    }

    @Test
    void savesTheBrokersLastWordOfMinutesWeDidNotMake() {
        TapeFixture tape = started();
        Candle last = new Candle(TestClock.at("09:51"), 9_900, 9_950, 9_890, 9_940, 400, Candle.HISTORY | Candle.FINAL);
        tape.now("10:05:00");
        tape.builder.merge(0, List.of(last), false);
        assertThat(tape.revised).containsExactly(last);
    }

    @Test
    void savesTheUnfinishedMinuteAsPartialAtTheEnd() {
        TapeFixture tape = started();
        tape.tick("10:00:10", 10_010, 1_100);
        tape.builder.finish();
        assertThat(tape.closed).containsExactly("RELIANCE-EQ");
        assertThat(tape.series.flags(0)).isEqualTo(Candle.PARTIAL);
    }

    @Test
    void aggregatesWiderBarsFromThePhaseOpen() {
        TapeFixture tape = started();
        LiveBarSeries fifteen = new LiveBarSeries(Timeframe.M15, 2);
        DerivedSeries derived = new DerivedSeries(
                tape.series, fifteen, SessionClass.of(RELIANCE), new PhaseCache(TradingCalendar.bundled()));
        tape.tick("09:15:10", 10_010, 1_100);
        tape.tick("09:29:10", 10_050, 1_300);
        derived.update(tape.clock.now());
        assertThat(fifteen.forming()).isTrue();
        tape.tick("09:30:10", 10_040, 1_350);
        derived.update(tape.clock.now());
        assertThat(fifteen.size()).isEqualTo(2);
        assertThat(fifteen.candle(0))
                .isEqualTo(new Candle(TestClock.at("09:15"), 10_010, 10_050, 10_010, 10_050, 300, 0));
        tape.now("09:45:02");
        derived.update(tape.clock.now());
        assertThat(fifteen.forming())
                .as("closes with its last minute although nothing traded in it")
                .isFalse();
    }
}
