package in.sauda.core.instruments;

import in.sauda.core.broker.InstrumentSource;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.LongConsumer;

/// A tiny broker for tests: rows of {@code {"token": …}}, downloaded from a file or refused.
final class LinesMaster implements InstrumentSource {
    private byte[] served = new byte[0];
    private String refusal = "";
    private int downloads;

    void serve(byte[] file) {
        served = file;
        refusal = "";
    }

    void refuse(String sentence) {
        refusal = sentence;
    }

    int downloads() {
        return downloads;
    }

    @Override
    public void download(Path target, LongConsumer progress) throws IOException {
        downloads++;
        if (!refusal.isEmpty()) {
            throw new IOException(refusal);
        }
        Files.write(target, served);
        progress.accept(served.length);
    }

    @Override
    public void parse(InputStream raw, MasterSink sink) throws IOException {
        MasterRowReader.read(raw, Set.of("token"), new MasterRowReader.RowHandler() {
            private String token = "";

            @Override
            public void field(String name, String text) {
                token = text;
            }

            @Override
            public void endRow() {
                if (token.isBlank()) {
                    sink.reject("missing token");
                } else {
                    sink.accept(instrument(token));
                }
                token = "";
            }

            @Override
            public void notARow() {
                sink.reject("not a row");
            }
        });
    }

    static Instrument instrument(String token) {
        return new Instrument(
                "test",
                new InstrumentKey(Segment.NSE, token),
                "SYMBOL" + token + "-EQ",
                "SYMBOL" + token,
                "",
                InstrumentCategory.EQUITY,
                null,
                0,
                null,
                1,
                5,
                100,
                true);
    }

    /// A master of the tokens from 1 to the given number.
    static String rows(int count) {
        StringBuilder json = new StringBuilder("[");
        for (int token = 1; token <= count; token++) {
            json.append(token == 1 ? "" : ",")
                    .append("{\"token\":\"")
                    .append(token)
                    .append("\",\"new\":[1,{}]}");
        }
        return json.append(']').toString();
    }
}
