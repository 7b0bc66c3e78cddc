package in.sauda.core.candles;

import static in.sauda.core.engine.TestInstruments.RELIANCE;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.engine.TestClock;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.ExchangeClock;
import java.util.ArrayList;
import java.util.List;

/// A candle builder with one or more instruments and a list of what came out.
final class TapeFixture implements CandleSink {
    final TestClock time = new TestClock();
    final ExchangeClock clock;
    final CandleBuilder builder;
    final List<String> closed = new ArrayList<>();
    final List<Candle> revised = new ArrayList<>();
    final List<Integer> holes = new ArrayList<>();
    final LiveBarSeries series = new LiveBarSeries(Timeframe.M1, 2);
    private long sequence;

    TapeFixture(String now) {
        this(now, RELIANCE);
    }

    TapeFixture(String now, Instrument instrument) {
        time.set(now);
        clock = new ExchangeClock(time);
        builder = new CandleBuilder(TradingCalendar.bundled(), clock, this);
        builder.track(0, instrument, series);
    }

    /// A tick whose exchange time is the given time of day.
    MarketEvent event(String at, long price, long volume) {
        MarketEvent event = new MarketEvent();
        event.clear();
        event.mode = FeedMode.QUOTE;
        event.sequence = ++sequence;
        event.exchangeMillis = TestClock.at(at);
        event.receivedNanos = TestClock.at(at) * 1_000_000L;
        event.lastPrice = price;
        event.volume = volume;
        return event;
    }

    void tick(String at, long price, long volume) {
        take(event(at, price, volume));
    }

    void take(MarketEvent event) {
        time.set(Math.max(time.millis(), event.exchangeMillis));
        clock.tick();
        builder.onEvent(event);
    }

    void now(String at) {
        time.set(at);
        clock.tick();
        builder.onTime();
    }

    @Override
    public void onClosed(CandleBatch batch) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < batch.size(); i++) {
            line.append(i == 0 ? "" : " ").append(batch.instrument(i).symbol());
        }
        closed.add(line.toString());
    }

    @Override
    public void onRevised(int index, Instrument instrument, Candle candle) {
        revised.add(candle);
    }

    @Override
    public void onMerged(int index, Instrument instrument, List<Candle> candles) {
        revised.addAll(candles);
    }

    @Override
    public void onHole(int index, Instrument instrument) {
        holes.add(index);
    }
}
