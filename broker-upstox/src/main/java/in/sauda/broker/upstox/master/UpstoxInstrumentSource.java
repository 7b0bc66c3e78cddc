package in.sauda.broker.upstox.master;

import in.sauda.core.broker.InstrumentSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongConsumer;

/// Upstox' public file of all instruments.
public final class UpstoxInstrumentSource implements InstrumentSource {
    /// Name of the endpoint override.
    public static final String MASTER = "master";

    private static final int BUFFER_BYTES = 1 << 16;

    private final InstrumentFile file;

    /// @param endpoints {@value #MASTER} overrides the broker's own address
    public UpstoxInstrumentSource(Map<String, String> endpoints) {
        this.file = new InstrumentFile(address(endpoints));
    }

    static String address(Map<String, String> endpoints) {
        return endpoints.getOrDefault(MASTER, InstrumentFile.FOLDER + "complete.json.gz");
    }

    @Override
    public void download(Path target, LongConsumer progress) throws IOException {
        file.fetch(body -> copy(body, target, progress));
    }

    private static void copy(InputStream body, Path target, LongConsumer progress) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            long received = 0;
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                out.write(buffer, 0, count);
                received += count;
                progress.accept(received);
            }
        }
    }

    @Override
    public void parse(InputStream raw, MasterSink sink) throws IOException {
        UpstoxMasterParser.parse(raw, sink);
    }
}
