package in.sauda.broker.upstox.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sauda.broker.upstox.RecordedFiles;
import in.sauda.broker.upstox.stream.FeedUpdate.Bar;
import in.sauda.broker.upstox.stream.FeedUpdate.Shape;
import in.sauda.broker.upstox.wire.FeedProto.Feed;
import in.sauda.broker.upstox.wire.FeedProto.FeedResponse;
import in.sauda.broker.upstox.wire.FeedProto.LTPC;
import in.sauda.broker.upstox.wire.FeedProto.MarketFullFeed;
import in.sauda.broker.upstox.wire.FeedProto.OHLC;
import in.sauda.broker.upstox.wire.FeedProto.Quote;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// A recorded day: every update our reader makes of the frames is the one that was recorded, and the one the
/// class generated from the schema makes, in every field.
class RecordedDayTest {
    private static final String FOLDER = "ws_feeds/upstox_v3_full_d5_2025-12-15";
    private static final String FRAMES = FOLDER + "/DERIVED_feedresponse_frames_u32be_len_prefixed.bin.gz";
    private static final int UPDATES = 323_305;
    private static final List<String> KEYS = List.of(
            "NSE_EQ|INE118H01025",
            "NSE_EQ|INE811K01011",
            "NSE_EQ|INE027H01010",
            "NSE_EQ|INE465A01025",
            "NSE_EQ|INE01EA01019",
            "NSE_FO|51414",
            "NSE_FO|51420",
            "NSE_FO|51460",
            "NSE_FO|51461",
            "NSE_FO|51498",
            "NSE_FO|51502",
            "NSE_FO|51507",
            "NSE_FO|51510",
            "NSE_FO|60166");

    @Test
    void everyUpdateOfTheDayIsReadAsItWasRecorded() throws IOException {
        Path frames = RecordedFiles.find(FRAMES);
        try (Recording recording = new Recording(frames.resolveSibling(""))) {
            KeyIndex.Builder keys = new KeyIndex.Builder();
            KEYS.forEach(key -> keys.put(key, 0, 100));
            FrameReader reader = new FrameReader();
            reader.use(keys.build());
            int compared = 0;
            try (DataInputStream in = frames(frames)) {
                for (byte[] frame = next(in); frame.length > 0; frame = next(in)) {
                    compared += compare(frame, reader, recording);
                }
            }
            assertThat(compared).isEqualTo(UPDATES);
            recording.assertAtEnd();
        }
    }

    private static DataInputStream frames(Path file) throws IOException {
        return new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16));
    }

    private static byte[] next(DataInputStream in) throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException end) {
            return new byte[0];
        }
        byte[] frame = new byte[length];
        in.readFully(frame);
        return frame;
    }

    private static int compare(byte[] frame, FrameReader reader, Recording recording) throws IOException {
        int count = reader.read(frame, frame.length);
        FeedResponse oracle = FeedResponse.parseFrom(frame);
        check(oracle.getFeedsCount(), count, "instruments");
        check(oracle.getCurrentTs(), reader.currentTs(), "currentTs");
        check(oracle.getTypeValue(), reader.type(), "type");
        int number = 0;
        for (Entry<String, Feed> feed : oracle.getFeedsMap().entrySet()) {
            FeedUpdate update = reader.update(number++);
            check(feed.getKey(), reader.keys().key(update.slot), "key");
            oracle(feed.getValue(), update);
            recording.next(feed.getKey()).ifPresent(row -> recorded(row, update));
        }
        return count;
    }

    private static void oracle(Feed feed, FeedUpdate update) {
        MarketFullFeed full = feed.getFullFeed().getMarketFF();
        check(Shape.MARKET, update.shape, "shape");
        check(feed.getRequestModeValue(), update.mode, "mode");
        LTPC price = full.getLtpc();
        check(price.getLtp(), update.ltp, "ltp");
        check(price.getLtt(), update.ltt, "ltt");
        check(price.getLtq(), update.ltq, "ltq");
        check(price.getCp(), update.cp, "cp");
        List<Quote> levels = full.getMarketLevel().getBidAskQuoteList();
        check(levels.size(), update.levels, "levels");
        for (int i = 0; i < levels.size(); i++) {
            check(levels.get(i).getBidQ(), update.bidQuantity[i], "bidQ");
            check(levels.get(i).getBidP(), update.bidPrice[i], "bidP");
            check(levels.get(i).getAskQ(), update.askQuantity[i], "askQ");
            check(levels.get(i).getAskP(), update.askPrice[i], "askP");
        }
        check(full.getOptionGreeks().getDelta(), update.delta, "delta");
        check(full.getOptionGreeks().getTheta(), update.theta, "theta");
        check(full.getOptionGreeks().getGamma(), update.gamma, "gamma");
        check(full.getOptionGreeks().getVega(), update.vega, "vega");
        check(full.getOptionGreeks().getRho(), update.rho, "rho");
        for (OHLC bar : full.getMarketOHLC().getOhlcList()) {
            Bar read = bar.getInterval().equals("1d") ? update.day : update.minute;
            check(true, read.present, bar.getInterval());
            check(bar.getOpen(), read.open, "open");
            check(bar.getHigh(), read.high, "high");
            check(bar.getLow(), read.low, "low");
            check(bar.getClose(), read.close, "close");
            check(bar.getVol(), read.volume, "vol");
            check(bar.getTs(), read.millis, "ts");
        }
        check(full.getAtp(), update.atp, "atp");
        check(full.getVtt(), update.vtt, "vtt");
        check(full.getOi(), update.oi, "oi");
        check(full.getIv(), update.iv, "iv");
        check(full.getTbq(), update.tbq, "tbq");
        check(full.getTsq(), update.tsq, "tsq");
    }

    /// What was recorded leaves out zeros, as the wire does.
    private static void recorded(JsonNode row, FeedUpdate update) {
        JsonNode full = row.path("fullFeed").path("marketFF");
        JsonNode price = full.path("ltpc");
        number(price, "ltp", update.ltp);
        number(price, "ltt", update.ltt);
        number(price, "ltq", update.ltq);
        number(price, "cp", update.cp);
        JsonNode levels = full.path("marketLevel").path("bidAskQuote");
        check(levels.size(), update.levels, "recorded levels");
        for (int i = 0; i < levels.size(); i++) {
            number(levels.get(i), "bidQ", update.bidQuantity[i]);
            number(levels.get(i), "bidP", update.bidPrice[i]);
            number(levels.get(i), "askQ", update.askQuantity[i]);
            number(levels.get(i), "askP", update.askPrice[i]);
        }
        JsonNode greeks = full.path("optionGreeks");
        number(greeks, "delta", update.delta);
        number(greeks, "theta", update.theta);
        number(greeks, "gamma", update.gamma);
        number(greeks, "vega", update.vega);
        number(greeks, "rho", update.rho);
        for (JsonNode bar : full.path("marketOHLC").path("ohlc")) {
            Bar read = bar.path("interval").asText().equals("1d") ? update.day : update.minute;
            number(bar, "open", read.open);
            number(bar, "high", read.high);
            number(bar, "low", read.low);
            number(bar, "close", read.close);
            number(bar, "vol", read.volume);
            number(bar, "ts", read.millis);
        }
        number(full, "atp", update.atp);
        number(full, "vtt", update.vtt);
        number(full, "oi", update.oi);
        number(full, "iv", update.iv);
        number(full, "tbq", update.tbq);
        number(full, "tsq", update.tsq);
    }

    private static void number(JsonNode row, String field, double read) {
        check(row.path(field).asDouble(0), read, field);
    }

    private static void number(JsonNode row, String field, long read) {
        check(row.path(field).asLong(0), read, field);
    }

    /// AssertJ's own assertions, thirty million times, would take minutes.
    private static void check(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            assertThat(actual).as(what).isEqualTo(expected);
        }
    }

    private static void check(double expected, double actual, String what) {
        if (expected != actual) {
            assertThat(actual).as(what).isEqualTo(expected);
        }
    }

    private static void check(long expected, long actual, String what) {
        if (expected != actual) {
            assertThat(actual).as(what).isEqualTo(expected);
        }
    }

    /// The decoded updates, one file per instrument, each read along.
    private static final class Recording implements AutoCloseable {
        private final Map<String, MappingIterator<JsonNode>> updates = new HashMap<>();

        Recording(Path folder) throws IOException {
            List<Path> files;
            try (Stream<Path> all = Files.list(folder)) {
                files = all.filter(file -> file.getFileName().toString().endsWith("_data.json.gz"))
                        .toList();
            }
            assertThat(files).isNotEmpty();
            for (Path file : files) {
                String name = file.getFileName().toString().replace("_data.json.gz", "");
                int bar = name.lastIndexOf('_');
                updates.put(name.substring(0, bar) + "|" + name.substring(bar + 1), open(file));
            }
        }

        private static MappingIterator<JsonNode> open(Path file) throws IOException {
            InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16);
            return new ObjectMapper().readerFor(JsonNode.class).readValues(in);
        }

        /// Empty for an instrument whose file is not here.
        Optional<JsonNode> next(String key) {
            return Optional.ofNullable(updates.get(key)).map(MappingIterator::next);
        }

        void assertAtEnd() {
            updates.forEach((key, left) -> assertThat(left.hasNext()).as(key).isFalse());
        }

        @Override
        public void close() throws IOException {
            for (MappingIterator<JsonNode> left : updates.values()) {
                left.close();
            }
        }
    }
}
