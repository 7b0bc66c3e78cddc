package in.sauda.broker.angelone.master;

import in.sauda.core.broker.InstrumentSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongConsumer;
import okhttp3.HttpUrl;

/// Angel One's public instrument master; no login is needed.
public final class AngelOneInstrumentSource implements InstrumentSource {
    /// Name of the endpoint override.
    public static final String MASTER = "master";

    private static final String ADDRESS =
            "https://margincalculator.angelone.in/OpenAPI_File/files/OpenAPIScripMaster.json";

    private final String address;

    /// @param endpoints {@value #MASTER} overrides the broker's own address
    public AngelOneInstrumentSource(Map<String, String> endpoints) {
        this.address = endpoints.getOrDefault(MASTER, ADDRESS);
    }

    @Override
    public void download(Path target, LongConsumer progress) throws IOException {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) {
            throw new IOException("The address of the instrument master is not valid: " + address + ".");
        }
        new AngelOneMasterDownload(url, target, progress).run();
    }

    @Override
    public void parse(InputStream raw, MasterSink sink) throws IOException {
        AngelOneMasterParser.parse(raw, sink);
    }
}
