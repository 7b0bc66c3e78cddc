package in.sauda.simulator.market;

import in.sauda.core.calendar.Phase;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.time.IndiaTime;
import in.sauda.simulator.master.Contract;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/// Candles of any day, replayed from the model: nothing is stored, and today's candles are exactly those of the live
/// tape. Auction prints are left out of intraday candles. Safe from any thread.
public final class CandleHistory {
    /// Past days are sampled every five seconds, which is enough for their candles.
    private static final int PAST_STRIDE = 5 * Slots.PER_SECOND;
    /// History begins ten years back; asking for more costs nothing.
    private static final long OLDEST_DAYS = 3_650;
    private static final long LISTED_DAYS_BEFORE_EXPIRY = 100;

    private final Tapes tapes;

    public CandleHistory(Tapes tapes) {
        this.tapes = tapes;
    }

    /// Candles whose start lies in {@code [fromMillis, toMillis]}, as far as the market had come at {@code nowMillis}.
    public List<Candle> candles(
            Contract contract, Timeframe timeframe, long fromMillis, long toMillis, long nowMillis) {
        TradingDays days = tapes.days();
        LocalDate oldest = days.today().minusDays(OLDEST_DAYS);
        LocalDate asked = IndiaTime.date(fromMillis);
        LocalDate from = asked.isBefore(oldest) ? oldest : asked;
        LocalDate to = IndiaTime.date(toMillis);
        if (from.isAfter(days.today())) {
            return List.of();
        }
        List<Candle> candles = new ArrayList<>();
        for (int back = days.back(from); back >= 0 && !days.date(back).isAfter(to); back--) {
            if (listed(contract, days.date(back))) {
                addDay(contract, back, timeframe, nowMillis, candles);
            }
        }
        candles.removeIf(candle -> candle.startMillis() < fromMillis || candle.startMillis() > toMillis);
        return candles;
    }

    /// Open interest at the end of every candle; auction volume is left out, as it is of the candles.
    public List<OpenInterest> openInterest(
            Contract contract, Timeframe timeframe, long fromMillis, long toMillis, long nowMillis) {
        List<OpenInterest> points = new ArrayList<>();
        long traded = 0;
        LocalDate day = LocalDate.MIN;
        Tape figures = null;
        for (Candle candle : candles(contract, timeframe, fromMillis, toMillis, nowMillis)) {
            LocalDate date = IndiaTime.date(candle.startMillis());
            if (figures == null || !date.equals(day)) {
                figures = tapes.tape(contract, tapes.days().back(date));
                traded = 0;
                day = date;
            }
            traded += candle.volume();
            points.add(new OpenInterest(candle.startMillis(), figures.openInterestAfter(traded)));
        }
        return points;
    }

    /// Open interest in units at the end of a candle.
    public record OpenInterest(long startMillis, long units) {}

    private static boolean listed(Contract contract, LocalDate date) {
        LocalDate expiry = contract.expiry();
        return expiry == null || (!date.isAfter(expiry) && !date.isBefore(expiry.minusDays(LISTED_DAYS_BEFORE_EXPIRY)));
    }

    private void addDay(Contract contract, int back, Timeframe timeframe, long nowMillis, List<Candle> candles) {
        LocalDate date = tapes.days().date(back);
        SessionPlan plan = tapes.plan(contract, back);
        Tape tape = tapes.tape(contract, back);
        boolean daily = timeframe == Timeframe.D1;
        int stride = back == 0 ? 1 : daily ? Slots.PER_MINUTE : PAST_STRIDE;
        int end = Math.max(plan.continuousEnd(), plan.closeSlot() + 1);
        int last = back == 0 ? Math.min(end, Slots.at(date, nowMillis) + 1) : end;
        CandleCutter cutter = new CandleCutter(plan.continuousStart(), timeframe, date);
        for (int slot = 0; slot < last; slot += stride) {
            play(tape, slot, stride, plan, cutter);
        }
        if (stride > 1) {
            play(tape, last - 1, 1, plan, cutter);
        }
        if (!daily) {
            cutter.finish();
            candles.addAll(cutter.candles());
        } else if (tape.open() > 0) {
            candles.add(new Candle(
                    IndiaTime.epochMillis(date, LocalTime.MIDNIGHT),
                    tape.open(),
                    tape.high(),
                    tape.low(),
                    tape.last(),
                    tape.volume(),
                    0));
        }
    }

    private static void play(Tape tape, int slot, int stride, SessionPlan plan, CandleCutter cutter) {
        long before = tape.volume();
        if (tape.step(slot, stride) && plan.phaseAt(slot) == Phase.CONTINUOUS) {
            cutter.add(slot, tape.last(), tape.volume() - before);
        }
    }
}
