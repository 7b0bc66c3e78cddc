package in.sauda.bench.upstox;

import com.google.protobuf.InvalidProtocolBufferException;
import in.sauda.broker.upstox.stream.FrameDecoder;
import in.sauda.broker.upstox.wire.FeedProto.FeedResponse;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// The same frames to the engine's event, only as far as the generated class's object, and all the way to the object
/// a listener of the broker's library gets.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(RecordedFrames.FRAMES)
public class UpstoxBenchmark {
    private static final int LIBRARY_FRAMES = RecordedFrames.FRAMES / 10;

    private final byte[][] frames = RecordedFrames.frames();
    private final FrameDecoder decoder = FrameDecoder.of(RecordedFrames.subscriptions());
    private final SlotPublisher slot = new SlotPublisher();
    private long listened;
    private final LibraryStreamer library = new LibraryStreamer(update -> listened += LibraryStreamer.size(update));

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

    /// Ours up to the published event, including the copy out of the socket's segment.
    @Benchmark
    public void sauda(Blackhole sink) {
        for (byte[] frame : frames) {
            sink.consume(decoder.decode(frame, frame.length, 1, 1_765_771_200_000L, slot));
        }
        if (slot.published < frames.length) {
            throw new IllegalStateException("only " + slot.published + " updates were decoded");
        }
    }

    /// The library, over a tenth of the frames: it takes a hundred times as long.
    @Benchmark
    @OperationsPerInvocation(LIBRARY_FRAMES)
    public long library() {
        for (int i = 0; i < LIBRARY_FRAMES; i++) {
            library.frame(frames[i]);
        }
        if (listened < LIBRARY_FRAMES) {
            throw new IllegalStateException("only " + listened + " updates were heard of");
        }
        return listened;
    }

    /// The generated class, without finding the instrument and without an event.
    @Benchmark
    public void parseFrom(Blackhole sink) throws InvalidProtocolBufferException {
        for (byte[] frame : frames) {
            sink.consume(FeedResponse.parseFrom(frame));
        }
    }
}
