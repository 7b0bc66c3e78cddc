package in.sauda.bench.soak;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.History;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import in.sauda.simulator.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// Compares the terminal's minutes with the exchange's own.
///
/// A packet that vanished without a trace is the one loss a client cannot know of: its trade is missing in its minute,
/// and its volume shows in the next minute that trades. Such candles are listed apart, and the broker's history is read
/// again over the wire for them, as the terminal does after the close.
final class CandleCheck {
    private static final long MINUTE_MILLIS = 60_000;

    /// A minute is surely closed on both sides this long after its end.
    private static final long CLOSING_MILLIS = 15_000;

    private static final int ATTEMPTS = 10;

    private final Truth truth;
    private final History history;
    private final long untilMillis;
    private final List<String> differing = new ArrayList<>();
    private final List<String> vanished = new ArrayList<>();
    private final List<String> incurable = new ArrayList<>();
    private int compared;

    /// @param nowMillis the exchange's time
    CandleCheck(Truth truth, History history, long nowMillis) {
        this.truth = truth;
        this.history = history;
        this.untilMillis = nowMillis - CLOSING_MILLIS;
    }

    void compare(Instrument instrument, BarSeries bars) throws InterruptedException {
        NavigableMap<Long, Candle> real = new TreeMap<>();
        for (Candle candle : truth.minuteCandles(instrument.key())) {
            if (candle.startMillis() + MINUTE_MILLIS <= untilMillis) {
                real.put(candle.startMillis(), candle);
            }
        }
        Set<Long> excused = excused(instrument, real);
        Map<Long, Candle> ours = new HashMap<>();
        for (int bar = 0; bar < bars.size(); bar++) {
            ours.put(bars.startMillis(bar), candle(bars, bar));
        }
        Set<Long> reread = new HashSet<>();
        for (Candle candle : real.values()) {
            compared++;
            Candle own = ours.get(candle.startMillis());
            if (own == null || !same(own, candle)) {
                boolean unseen = excused.contains(candle.startMillis());
                String words = instrument.symbol() + (own == null ? " has no bar for " : " " + own + " but really ");
                (unseen ? vanished : differing).add(words + candle);
                if (unseen) {
                    reread.add(candle.startMillis());
                }
            }
        }
        if (!reread.isEmpty()) {
            readAgain(instrument, real, reread);
        }
    }

    /// The minutes in which packets vanished, each with the next one that traded.
    private Set<Long> excused(Instrument instrument, NavigableMap<Long, Candle> real) {
        Set<Long> minutes = new TreeSet<>();
        for (Long minute : truth.vanishedMinutes(instrument.key())) {
            minutes.add(minute);
            Long next = real.higherKey(minute);
            if (next != null) {
                minutes.add(next);
            }
        }
        return minutes;
    }

    private void readAgain(Instrument instrument, NavigableMap<Long, Candle> real, Set<Long> minutes)
            throws InterruptedException {
        Map<Long, Candle> read = new HashMap<>();
        ask(instrument, real.firstKey(), real.lastKey() + MINUTE_MILLIS)
                .forEach(candle -> read.put(candle.startMillis(), candle));
        for (Long minute : minutes) {
            Candle candle = real.get(minute);
            Candle found = read.get(minute);
            if (candle != null && (found == null || !same(found, candle))) {
                incurable.add(instrument.symbol() + " reads " + found + " but really " + candle);
            }
        }
    }

    private List<Candle> ask(Instrument instrument, long from, long to) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return history.candles(instrument, Timeframe.M1, from, to);
            } catch (BrokerException refused) {
                if (attempt == ATTEMPTS || !(refused.failure() instanceof BrokerFailure.Retryable retry)) {
                    throw new IllegalStateException(refused.failure().sentence(), refused);
                }
                TimeUnit.MILLISECONDS.sleep(Math.clamp(retry.afterMillis(), 100, 2_000));
            }
        }
    }

    private static Candle candle(BarSeries bars, int bar) {
        return new Candle(
                bars.startMillis(bar),
                bars.open(bar),
                bars.high(bar),
                bars.low(bar),
                bars.close(bar),
                bars.volume(bar),
                bars.flags(bar));
    }

    /// An index has no volume: unknown here, 0 at the exchange.
    private static boolean same(Candle own, Candle real) {
        return own.open() == real.open()
                && own.high() == real.high()
                && own.low() == real.low()
                && own.close() == real.close()
                && Math.max(0, own.volume()) == real.volume();
    }

    int compared() {
        return compared;
    }

    List<String> differing() {
        return differing;
    }

    List<String> vanished() {
        return vanished;
    }

    List<String> incurable() {
        return incurable;
    }
}
