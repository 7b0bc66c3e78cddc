package in.sauda.bench.decode;

import in.sauda.bench.decode.ClientLibraryParser.SnapQuote;
import in.sauda.bench.decode.PlainParser.Quote;
import in.sauda.broker.angelone.stream.FrameDecoder;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// The same packets through three decoders, each up to "this instrument has this quote".
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(SnapQuoteFrames.FRAMES)
public class DecodeBenchmark {
    private final byte[][] frames = SnapQuoteFrames.frames();
    private final byte[] socketBuffer = new byte[512];
    private final FrameDecoder decoder = FrameDecoder.of(SnapQuoteFrames.subscriptions());
    private final SlotPublisher slot = new SlotPublisher();
    private final Map<String, Integer> byToken = new HashMap<>();
    private @Nullable SnapQuote heard;
    private final ClientLibraryParser library = new ClientLibraryParser(quote -> heard = quote);

    public DecodeBenchmark() {
        for (int i = 0; i < SnapQuoteFrames.INSTRUMENTS; i++) {
            byToken.put(SnapQuoteFrames.token(i), i);
        }
    }

    /// One slot, filled again and again like a slot of the inbound ring.
    private static final class SlotPublisher implements MarketEventPublisher {
        private final MarketEvent event = new MarketEvent();
        private long published;

        @Override
        public MarketEvent begin() {
            return event;
        }

        @Override
        public void publish() {
            published++;
        }
    }

    /// Ours, including the copy out of the socket's segment that the feed makes.
    @Benchmark
    public void sauda(Blackhole sink) {
        for (byte[] frame : frames) {
            System.arraycopy(frame, 0, socketBuffer, 0, frame.length);
            decoder.decode(socketBuffer, frame.length, 1, 2, slot);
            sink.consume(slot.event.lastPrice);
        }
        if (slot.published == 0) {
            throw new IllegalStateException("no frame was decoded");
        }
    }

    @Benchmark
    public void plain(Blackhole sink) {
        for (byte[] frame : frames) {
            Quote quote = PlainParser.parse(frame);
            sink.consume(Objects.requireNonNull(byToken.get(quote.token())));
            sink.consume(quote);
        }
    }

    @Benchmark
    public void library(Blackhole sink) {
        for (byte[] frame : frames) {
            library.onBinary(frame);
            SnapQuote quote = Objects.requireNonNull(heard);
            sink.consume(Objects.requireNonNull(byToken.get(quote.token)));
            sink.consume(quote);
        }
    }
}
