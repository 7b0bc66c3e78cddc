package in.sauda.broker.upstox.master;

import in.sauda.core.broker.InstrumentSource.MasterSink;
import in.sauda.core.instruments.MasterRowReader;
import java.io.IOException;
import java.io.InputStream;

/// Reads an Upstox instrument file ({@code complete}, {@code NSE}, {@code BSE}, {@code MCX}) as a stream.
final class UpstoxMasterParser implements MasterRowReader.RowHandler {
    private final UpstoxMasterRow row = new UpstoxMasterRow();
    private final UpstoxMasterMapper mapper = new UpstoxMasterMapper();
    private final MasterSink sink;

    private UpstoxMasterParser(MasterSink sink) {
        this.sink = sink;
    }

    /// @throws IOException when the stream is not an instrument file or ends in the middle
    static void parse(InputStream raw, MasterSink sink) throws IOException {
        MasterRowReader.read(raw, UpstoxMasterRow.FIELDS, new UpstoxMasterParser(sink));
    }

    @Override
    public void field(String name, String text) {
        row.set(name, text);
    }

    @Override
    public void endRow() {
        mapper.map(row, sink);
        row.clear();
    }

    @Override
    public void notARow() {
        sink.reject("not a row");
    }
}
