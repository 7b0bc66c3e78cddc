package in.sauda.app.session;

import in.sauda.core.broker.InstrumentSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// A master whose address is not known yet when the kept one is loaded: that of an exchange which is still opening.
///
/// @param source waits for the address; asked when something is fetched or read
record LateSource(Supplier<InstrumentSource> source) implements InstrumentSource {
    @Override
    public void download(Path target, LongConsumer progress) throws IOException {
        source.get().download(target, progress);
    }

    @Override
    public void parse(InputStream raw, MasterSink sink) throws IOException {
        source.get().parse(raw, sink);
    }
}
