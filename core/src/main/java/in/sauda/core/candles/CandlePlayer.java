package in.sauda.core.candles;

import in.sauda.core.instruments.Instrument;
import java.util.Arrays;
import java.util.function.Consumer;

/// Plays finished candles minute by minute, in the batches and the order in which {@link CandleBuilder} closes live
/// ones: whoever listens cannot tell the two apart.
///
/// A candle enters its series only when its minute is played, so nobody can look ahead. One thread.
public final class CandlePlayer {
    private static final class Track {
        private final MinuteTape tape;
        private final CandleArray candles;
        private int next;
        private long nextMillis;

        private Track(MinuteTape tape, CandleArray candles) {
            this.tape = tape;
            this.candles = candles;
            findNext();
        }

        private void findNext() {
            nextMillis = next < candles.size() ? candles.startMillis(next) : Long.MAX_VALUE;
        }

        private void play() {
            int bar = tape.closed;
            tape.series.append(
                    nextMillis,
                    candles.open(next),
                    candles.high(next),
                    candles.low(next),
                    candles.close(next),
                    candles.volume(next),
                    Candle.HISTORY);
            tape.vwap.append(bar);
            tape.closed = bar + 1;
            tape.series.touch();
            next++;
            findNext();
        }
    }

    private final Consumer<CandleBatch> listener;
    private final CandleBatch batch = new CandleBatch();
    private Track[] tracks = {};

    public CandlePlayer(Consumer<CandleBatch> listener) {
        this.listener = listener;
    }

    /// Adds an instrument before the first step.
    ///
    /// @param candles oldest first, one a minute
    /// @return the series the candles will appear in
    public LiveBarSeries track(int index, Instrument instrument, CandleArray candles) {
        LiveBarSeries series = new LiveBarSeries(Timeframe.M1, instrument.priceDecimals(), candles.size());
        Track[] more = Arrays.copyOf(tracks, tracks.length + 1);
        more[tracks.length] = new Track(new MinuteTape(index, instrument, series), candles);
        Arrays.sort(more, (a, b) -> MinuteTape.SYMBOL_ORDER.compare(a.tape, b.tape));
        tracks = more;
        return series;
    }

    /// Plays the oldest minute not played yet; false when there is none.
    public boolean step() {
        Track[] all = tracks;
        long minute = Long.MAX_VALUE;
        for (Track track : all) {
            minute = Math.min(minute, track.nextMillis);
        }
        if (minute == Long.MAX_VALUE) {
            return false;
        }
        batch.restart(minute);
        for (Track track : all) {
            if (track.nextMillis == minute) {
                track.play();
                batch.add(track.tape);
            }
        }
        listener.accept(batch);
        return true;
    }
}
