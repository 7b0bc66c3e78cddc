package in.sauda.bench.upstox;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Frames of a recorded day in the full mode, fourteen instruments. The recording is not part of the repository.
final class RecordedFrames {
    static final int FRAMES = 20_000;
    private static final String FILE =
            "ws_feeds/upstox_v3_full_d5_2025-12-15/DERIVED_feedresponse_frames_u32be_len_prefixed.bin.gz";
    private static final List<String> SHARES =
            List.of("INE118H01025", "INE811K01011", "INE027H01010", "INE465A01025", "INE01EA01019");
    private static final List<String> OPTIONS =
            List.of("51414", "51420", "51460", "51461", "51498", "51502", "51507", "51510", "60166");

    private RecordedFrames() {}

    /// @throws IllegalStateException when the recording is not on this computer
    static byte[][] frames() {
        Path file = Stream.of(System.getenv("SAUDA_DATA"), "../shared/data", "../../shared/data")
                .filter(Objects::nonNull)
                .map(folder -> Path.of(folder).resolve(FILE))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The recorded day is not on this computer; set SAUDA_DATA to the folder of recorded data."));
        byte[][] frames = new byte[FRAMES][];
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16)))) {
            for (int i = 0; i < FRAMES; i++) {
                frames[i] = new byte[in.readInt()];
                in.readFully(frames[i]);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return frames;
    }

    static List<Subscription> subscriptions() {
        List<Subscription> all = new ArrayList<>();
        SHARES.forEach(isin -> all.add(subscription(Segment.NSE, isin, isin, all.size())));
        OPTIONS.forEach(token -> all.add(subscription(Segment.NFO, token, "", all.size())));
        return all;
    }

    private static Subscription subscription(Segment segment, String token, String isin, int index) {
        Instrument instrument = new Instrument(
                "upstox",
                new InstrumentKey(segment, token),
                token,
                token,
                "",
                isin.isEmpty() ? InstrumentCategory.OPTIONS : InstrumentCategory.EQUITY,
                null,
                0,
                null,
                1,
                5,
                0,
                false,
                isin);
        return new Subscription(instrument, index, FeedMode.FULL);
    }
}
