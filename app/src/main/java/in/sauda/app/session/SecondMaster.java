package in.sauda.app.session;

import in.sauda.core.broker.InstrumentSource;
import in.sauda.core.broker.InstrumentSource.MasterSink;
import in.sauda.core.instruments.Instrument;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// The instruments of a broker that only backs up prices: read for its keys, searched by nobody, kept nowhere.
final class SecondMaster {
    private static final int GZIP_FIRST_BYTE = 0x1f;

    private SecondMaster() {}

    /// @throws IOException when the file cannot be fetched or read
    static List<Instrument> read(InstrumentSource source) throws IOException {
        Path file = Files.createTempFile("sauda-second-master", ".json");
        try {
            source.download(file, bytes -> {});
            List<Instrument> instruments = new ArrayList<>();
            try (InputStream raw = open(file)) {
                source.parse(raw, MasterSink.of(instruments::add, reason -> {}));
            }
            return List.copyOf(instruments);
        } finally {
            Files.delete(file);
        }
    }

    private static InputStream open(Path file) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file));
        raw.mark(1);
        int first = raw.read();
        raw.reset();
        return first == GZIP_FIRST_BYTE ? new GZIPInputStream(raw) : raw;
    }
}
