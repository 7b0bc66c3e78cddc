package in.sauda.core.broker;

import in.sauda.core.instruments.Instrument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// A broker's instrument master.
public interface InstrumentSource {
    /// Downloads the raw file to {@code target}, resuming a cut transfer where the server allows it.
    ///
    /// @param progress bytes so far
    /// @throws IOException when the file cannot be fetched whole
    void download(Path target, LongConsumer progress) throws IOException;

    /// Parses the raw (unzipped) file as a stream; every row becomes an instrument or a named rejection.
    ///
    /// @throws IOException when the file is not a master at all or ends in the middle
    void parse(InputStream raw, MasterSink sink) throws IOException;

    /// Where parsed rows go.
    interface MasterSink {
        void accept(Instrument instrument);

        /// @param reason short and stable, it is counted by its text, e.g. {@code unknown segment XYZ}
        void reject(String reason);

        /// A sink for tests and tools that only want the good rows.
        static MasterSink of(Consumer<Instrument> accepted, Consumer<String> rejected) {
            return new MasterSink() {
                @Override
                public void accept(Instrument instrument) {
                    accepted.accept(instrument);
                }

                @Override
                public void reject(String reason) {
                    rejected.accept(reason);
                }
            };
        }
    }
}
