package in.sauda.broker.upstox.stream;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.broker.upstox.RecordedFiles;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleBatch;
import in.sauda.core.candles.CandleBuilder;
import in.sauda.core.candles.CandleSink;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.time.ExchangeClock;
import in.sauda.core.time.IndiaTime;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// A recorded day played through the decoder into the engine's candle builder, beside the one-minute bars the feed
/// itself carries.
///
/// Their differences have few causes. The recording was away four times (10:56, 10:57, 11:02, 15:26), and what traded
/// then is in the broker's bars only. The broker conflates: a price between two frames, most often a minute's first,
/// highest or lowest, is in its bar and in no frame. Its minute ends at the exchange's clock, while the snapshot that
/// carries a minute's last trades may come in the next minute, so that volume moves over the boundary, where it is
/// neither lost nor counted twice.
class RecordedCandlesTest {
    private static final String FRAMES =
            "ws_feeds/upstox_v3_full_d5_2025-12-15/DERIVED_feedresponse_frames_u32be_len_prefixed.bin.gz";
    private static final List<String> SHARES =
            List.of("INE118H01025", "INE811K01011", "INE027H01010", "INE465A01025", "INE01EA01019");
    private static final List<String> OPTIONS =
            List.of("51414", "51420", "51460", "51461", "51498", "51502", "51507", "51510", "60166");

    /// Before the recording began at 09:32:48, and its four silences by the exchange's clock, each to the end of the
    /// minute in which what was missed arrived.
    private static final List<Span> SILENT = List.of(
            new Span(LocalTime.of(9, 31), LocalTime.of(9, 33)),
            new Span(LocalTime.of(10, 55), LocalTime.of(11, 5)),
            new Span(LocalTime.of(15, 26), LocalTime.of(15, 29)));

    private record Span(LocalTime from, LocalTime to) {}

    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<LiveBarSeries> series = new ArrayList<>();
    private final List<Map<Long, FeedUpdate.Bar>> theirs = new ArrayList<>();
    private final List<Map<Long, Candle>> told = new ArrayList<>();
    private long marketMillis;

    @Test
    void ourMinutesAreTheBrokersWithinWhatItConflates() throws IOException {
        SHARES.forEach(isin -> add(Segment.NSE, isin, isin, InstrumentCategory.EQUITY));
        OPTIONS.forEach(token -> add(Segment.NFO, token, "", InstrumentCategory.OPTIONS));
        play();
        Tally tally = new Tally();
        for (int i = 0; i < series.size(); i++) {
            compare(series.get(i), theirs.get(i), tally);
        }
        assertThat(tally.minutes).isEqualTo(4_952);
        assertThat(tally.unexplained).isEmpty();
        theirs.forEach(this::everyFinishedBarWasHandedOn);
        assertThat(tally.ours)
                .as("units in minutes both have: nothing twice, and hardly anything beyond the silences lost")
                .isBetween(tally.theirs * 99 / 100, tally.theirs);
        assertThat(tally.otherClose).as(tally.toString()).isLessThan(tally.minutes / 10);
    }

    /// All but the last one, which nothing newer ended.
    private void everyFinishedBarWasHandedOn(Map<Long, FeedUpdate.Bar> bars) {
        Map<Long, Candle> handedOn = told.get(theirs.indexOf(bars));
        List<FeedUpdate.Bar> finished =
                bars.values().stream().limit(bars.size() - 1L).toList();
        assertThat(handedOn.values())
                .containsExactlyElementsOf(finished.stream()
                        .map(bar -> new Candle(
                                bar.millis,
                                paise(bar.open),
                                paise(bar.high),
                                paise(bar.low),
                                paise(bar.close),
                                bar.volume,
                                Candle.HISTORY))
                        .toList());
    }

    private void add(Segment segment, String token, String isin, InstrumentCategory category) {
        Instrument instrument = new Instrument(
                "upstox",
                new InstrumentKey(segment, token),
                token,
                token,
                "",
                category,
                null,
                0,
                null,
                1,
                5,
                0,
                false,
                isin);
        subscriptions.add(new Subscription(instrument, subscriptions.size(), FeedMode.FULL));
        series.add(new LiveBarSeries(Timeframe.M1, 2));
        theirs.add(new TreeMap<>());
        told.add(new TreeMap<>());
    }

    private void play() throws IOException {
        FrameDecoder decoder = FrameDecoder.of(subscriptions);
        KeyIndex keys = FrameDecoder.index(subscriptions);
        FrameReader reader = new FrameReader();
        reader.use(keys);
        CandleBuilder[] builder = new CandleBuilder[1];
        MarketEventPublisher engine = new MarketEventPublisher() {
            private final MarketEvent event = new MarketEvent();

            @Override
            public MarketEvent begin() {
                return event;
            }

            @Override
            public void brokerMinute(
                    int instrument, long startMillis, long open, long high, long low, long close, long volume) {
                told.get(instrument)
                        .put(startMillis, new Candle(startMillis, open, high, low, close, volume, Candle.HISTORY));
            }

            @Override
            public void publish() {
                marketMillis = Math.max(marketMillis, event.exchangeMillis);
                if (builder[0] == null) {
                    builder[0] = builder();
                }
                builder[0].onEvent(event);
            }
        };
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(
                new GZIPInputStream(Files.newInputStream(RecordedFiles.find(FRAMES)), 1 << 16), 1 << 16))) {
            for (byte[] frame = next(in); frame.length > 0; frame = next(in)) {
                decoder.decode(frame, frame.length, 1, marketMillis, engine);
                note(reader, frame, keys);
            }
        }
        builder[0].finish();
    }

    private CandleBuilder builder() {
        CandleSink nobody = new CandleSink() {
            @Override
            public void onClosed(CandleBatch batch) {}

            @Override
            public void onRevised(int index, Instrument instrument, Candle candle) {}

            @Override
            public void onMerged(int index, Instrument instrument, List<Candle> candles) {}

            @Override
            public void onHole(int index, Instrument instrument) {}
        };
        CandleBuilder made =
                new CandleBuilder(TradingCalendar.bundled(), new ExchangeClock(() -> marketMillis), nobody);
        for (Subscription subscription : subscriptions) {
            made.track(subscription.index(), subscription.instrument(), series.get(subscription.index()));
        }
        return made;
    }

    /// The last bar of a minute that was told counts.
    private void note(FrameReader reader, byte[] frame, KeyIndex keys) throws IOException {
        int count = reader.read(frame, frame.length);
        for (int i = 0; i < count; i++) {
            FeedUpdate.Bar told = reader.update(i).minute;
            if (told.present) {
                FeedUpdate.Bar kept = new FeedUpdate.Bar();
                kept.copyFrom(told);
                theirs.get(keys.index(reader.update(i).slot)).put(told.millis, kept);
            }
        }
    }

    private static byte[] next(DataInputStream in) throws IOException {
        try {
            byte[] frame = new byte[in.readInt()];
            in.readFully(frame);
            return frame;
        } catch (EOFException end) {
            return new byte[0];
        }
    }

    /// What the comparison found.
    private static final class Tally {
        private final List<String> unexplained = new ArrayList<>();
        private int minutes;
        private int otherClose;
        private int otherVolume;
        private long ours;
        private long theirs;

        @Override
        public String toString() {
            return minutes + " minutes, another close " + otherClose + ", another volume " + otherVolume + "; " + ours
                    + " units of " + theirs;
        }
    }

    private static void compare(LiveBarSeries own, Map<Long, FeedUpdate.Bar> told, Tally tally) {
        Map<Long, Candle> ours = new HashMap<>();
        for (int bar = 0; bar < own.size(); bar++) {
            ours.put(own.startMillis(bar), own.candle(bar));
        }
        for (FeedUpdate.Bar bar : told.values()) {
            Candle candle = ours.get(bar.millis);
            tally.minutes++;
            tally.theirs += bar.volume;
            if (candle == null) {
                explain(bar, bar.volume == 0, "has no candle", tally);
                continue;
            }
            tally.ours += Math.max(0, candle.volume());
            tally.otherClose += candle.close() == paise(bar.close) ? 0 : 1;
            tally.otherVolume += candle.volume() == bar.volume ? 0 : 1;
            boolean inside = candle.high() <= paise(bar.high) && candle.low() >= paise(bar.low);
            explain(bar, inside, "reaches beyond the broker's range: " + candle, tally);
        }
    }

    /// A minute may differ when the broker traded nothing in it, or the recording was away or had not begun.
    private static void explain(FeedUpdate.Bar bar, boolean good, String what, Tally tally) {
        LocalTime minute = IndiaTime.time(bar.millis);
        boolean silent = SILENT.stream().anyMatch(span -> !minute.isBefore(span.from()) && minute.isBefore(span.to()));
        if (!good && !silent) {
            tally.unexplained.add(minute + " " + what);
        }
    }

    private static long paise(double rupees) {
        return Math.round(rupees * 100);
    }
}
