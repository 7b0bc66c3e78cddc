package in.sauda.simulator.market;

import static in.sauda.simulator.market.MarketFixture.DAY;
import static in.sauda.simulator.market.MarketFixture.index;
import static in.sauda.simulator.market.MarketFixture.share;
import static in.sauda.simulator.market.MarketFixture.slot;
import static in.sauda.simulator.market.MarketFixture.symbol;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import in.sauda.core.calendar.Phase;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.OptionType;
import in.sauda.core.options.Black76;
import in.sauda.core.time.IndiaTime;
import in.sauda.simulator.master.Contract;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarketModelTest {
    private record Print(int slot, long price, long volume, long bid, long ask) {}

    private static List<Print> play(Tape tape, int end) {
        List<Print> prints = new ArrayList<>();
        for (int slot = 0; slot < end; slot++) {
            if (tape.step(slot, 1)) {
                prints.add(new Print(slot, tape.last(), tape.volume(), tape.bidPrice(0), tape.askPrice(0)));
            }
        }
        return prints;
    }

    @Test
    void sameSeedSamePrintsWhoeverElseIsWatched() {
        Tapes alone = MarketFixture.tapes(7);
        Tapes crowded = MarketFixture.tapes(7);
        play(crowded.tape(share("TCS"), 0), slot(11, 0));
        play(crowded.tape(index("NIFTY"), 0), slot(10, 0));
        List<Print> first = play(alone.tape(share("INFY"), 0), slot(12, 0));
        assertThat(play(crowded.tape(share("INFY"), 0), slot(12, 0))).isEqualTo(first);
        assertThat(first.size()).isGreaterThan(10_000);
        assertThat(play(MarketFixture.tapes(8).tape(share("INFY"), 0), slot(12, 0)))
                .isNotEqualTo(first);
    }

    @Test
    void candlesOfHistoryAreTheCandlesOfTheTape() {
        Tapes tapes = MarketFixture.tapes(3);
        Contract contract = share("SBIN");
        long from = IndiaTime.epochMillis(DAY, LocalTime.of(9, 15));
        long now = IndiaTime.epochMillis(DAY, LocalTime.of(11, 0));
        List<Candle> candles = new CandleHistory(tapes).candles(contract, Timeframe.M1, from, now, now - 1);
        assertThat(candles).hasSize(105);
        Tape tape = tapes.tape(contract, 0);
        tape.advanceTo(slot(9, 15) - 1);
        for (int minute = 0; minute < candles.size(); minute++) {
            long before = tape.volume();
            int start = slot(9, 15) + minute * Slots.PER_MINUTE;
            List<Long> prices = new ArrayList<>();
            for (int slot = start; slot < start + Slots.PER_MINUTE; slot++) {
                if (tape.step(slot, 1)) {
                    prices.add(tape.last());
                }
            }
            Candle candle = candles.get(minute);
            assertThat(candle.open()).isEqualTo(prices.getFirst());
            assertThat(candle.close()).isEqualTo(prices.getLast());
            assertThat(candle.high())
                    .isEqualTo(prices.stream().max(Long::compare).orElseThrow());
            assertThat(candle.low())
                    .isEqualTo(prices.stream().min(Long::compare).orElseThrow());
            assertThat(candle.volume()).isEqualTo(tape.volume() - before);
        }
    }

    @Test
    void indexIsTheWeightedSumOfWhatItsMembersTradeAt() {
        Tapes tapes = MarketFixture.tapes(5);
        Map<String, Double> weights = tapes.universe().weights("NIFTY");
        double total =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        for (int slot : new int[] {slot(9, 20), slot(11, 7), slot(15, 10)}) {
            double level = 0;
            for (Map.Entry<String, Double> entry : weights.entrySet()) {
                Contract member = share(entry.getKey());
                Tape tape = tapes.tape(member, 0);
                tape.advanceTo(slot);
                double base =
                        tapes.universe().find(member.segment(), member.name()).basePrice();
                level += 25_900 * entry.getValue() / total * member.toRupees(tape.last()) / base;
            }
            Tape index = tapes.tape(index("NIFTY"), 0);
            index.advanceTo(slot);
            assertThat(index.last() / 100.0).isCloseTo(level, within(level * 0.0003));
        }
    }

    @Test
    void futuresTradeAtCarryAboveSpot() {
        Tapes tapes = MarketFixture.tapes(5);
        Tape near = at(tapes, symbol("NIFTY29DEC26FUT"), slot(11, 0));
        Tape far = at(tapes, symbol("NIFTY26JAN27FUT"), slot(11, 0));
        Tape spot = at(tapes, index("NIFTY"), slot(11, 0));
        double days = 39;
        double carry = Math.log((double) near.last() / spot.last()) / (days / 365);
        assertThat(carry).isCloseTo(0.053, within(0.008));
        assertThat(far.last()).isGreaterThan(near.last());
    }

    private static Tape at(Tapes tapes, Contract contract, int slot) {
        Tape tape = tapes.tape(contract, 0);
        tape.advanceTo(slot);
        return tape;
    }

    @Test
    void callsAndPutsKeepParityWithTheFutureInsideTheirSpreads() {
        Tapes tapes = MarketFixture.tapes(5);
        int slot = slot(13, 30);
        double forward = tapes.fair(symbol("NIFTY29DEC26FUT"), 0).at(slot);
        double years = (IndiaTime.epochMillis(java.time.LocalDate.of(2026, 12, 29), LocalTime.of(15, 30))
                        - IndiaTime.epochMillis(DAY, LocalTime.of(13, 30)))
                / (365.0 * 86_400_000);
        for (int strike = 25_000; strike <= 26_800; strike += 300) {
            Tape call = at(tapes, symbol("NIFTY29DEC26" + strike + "CE"), slot);
            Tape put = at(tapes, symbol("NIFTY29DEC26" + strike + "PE"), slot);
            double fair = tapes.fair(call.contract(), 0).at(slot)
                    - tapes.fair(put.contract(), 0).at(slot);
            assertThat(fair).isCloseTo(Math.exp(-0.065 * years) * (forward - strike), within(0.01));
            assertThat(call.bidPrice(0)).isLessThan(call.askPrice(0));
        }
    }

    @Test
    void pricesOptionsByTheCheckVectorsOfTheRules() {
        assertThat(Black76.price(OptionType.CE, 57_000, 57_000, 7 / 365.0, 0.12, 0))
                .isCloseTo(377.888572, within(1e-5));
        assertThat(Black76.price(OptionType.CE, 57_000, 57_500, 7 / 365.0, 0.14, 0.065))
                .isCloseTo(236.68778, within(1e-4));
        assertThat(Black76.price(OptionType.PE, 57_000, 57_500, 7 / 365.0, 0.14, 0.065))
                .isCloseTo(736.064881, within(1e-4));
    }

    @Test
    void openingAndClosingAuctionsPrintOnceAndYesterdaysCloseIsTodaysPreviousClose() {
        Tapes tapes = MarketFixture.tapes(9);
        Contract contract = share("RELIANCE");
        Tape yesterday = tapes.tape(contract, 1);
        List<Print> prints = play(yesterday, slot(16, 0));
        assertThat(prints.getFirst().slot()).isBetween(slot(9, 8), slot(9, 10));
        assertThat(yesterday.open()).isEqualTo(prints.getFirst().price());
        assertThat(prints.stream().filter(print -> print.slot() >= slot(15, 15)))
                .hasSize(1);
        assertThat(prints.getLast().slot()).isBetween(slot(15, 30), slot(15, 31));
        assertThat(tapes.tape(contract, 0).previousClose()).isEqualTo(yesterday.last());
    }

    @Test
    void everyPrintIsOnTheTickInsideTheBandAndVolumeOnlyGrows() {
        Tapes tapes = MarketFixture.tapes(11);
        for (Contract contract :
                List.of(share("IDEA"), share("MRF"), symbol("BANKNIFTY29DEC2658600CE"), symbol("RELIANCE29DEC26FUT"))) {
            Tape tape = tapes.tape(contract, 0);
            long before = 0;
            for (int slot = 0; slot < slot(15, 45); slot++) {
                if (tape.step(slot, 1)) {
                    assertThat(tape.last() % contract.tick()).isZero();
                    assertThat(tape.last()).isBetween(tape.lowerCircuit(), tape.upperCircuit());
                    assertThat(tape.volume()).isGreaterThanOrEqualTo(before);
                    assertThat(tape.volume() % contract.lotSize()).isZero();
                    assertThat(tape.bidPrice(0)).isLessThan(tape.askPrice(0));
                    before = tape.volume();
                }
            }
            assertThat(tape.phase()).isEqualTo(Phase.CLOSED);
            assertThat(before).isPositive();
        }
    }

    @Test
    void liquidSharesTickOneToThreeTimesASecond() {
        Tapes tapes = MarketFixture.tapes(1);
        Tape tape = tapes.tape(share("HDFCBANK"), 0);
        tape.advanceTo(slot(11, 0));
        int changes = 0;
        for (int slot = slot(11, 0) + 1; slot <= slot(11, 10); slot++) {
            changes += tape.step(slot, 1) ? 1 : 0;
        }
        assertThat(changes / 600.0).isBetween(1.0, 3.0);
    }

    @Test
    void theMomentumRuleFiresSeveralTimesADayAcrossTheWatchlist() {
        Tapes tapes = MarketFixture.tapes(1);
        int signals = 0;
        for (String name :
                List.of("RELIANCE", "HDFCBANK", "ICICIBANK", "INFY", "TCS", "SBIN", "ITC", "TATASTEEL", "LT")) {
            signals += MomentumRule.count(new CandleHistory(tapes)
                    .candles(
                            share(name),
                            Timeframe.M1,
                            IndiaTime.epochMillis(DAY, LocalTime.of(9, 15)),
                            IndiaTime.epochMillis(DAY, LocalTime.of(15, 15)),
                            IndiaTime.epochMillis(DAY, LocalTime.of(15, 15))));
        }
        assertThat(signals).isBetween(5, 120);
    }
}
