package in.sauda.broker.angelone.master;

import in.sauda.core.broker.InstrumentSource.MasterSink;
import in.sauda.core.instruments.MasterRowReader;
import java.io.IOException;
import java.io.InputStream;

/// Reads {@code OpenAPIScripMaster.json} as a stream, in either of its layouts.
final class AngelOneMasterParser implements MasterRowReader.RowHandler {
    private final AngelOneMasterRow row = new AngelOneMasterRow();
    private final AngelOneMasterMapper mapper = new AngelOneMasterMapper();
    private final MasterSink sink;

    private AngelOneMasterParser(MasterSink sink) {
        this.sink = sink;
    }

    /// @throws IOException when the stream is not a master or ends in the middle
    static void parse(InputStream raw, MasterSink sink) throws IOException {
        MasterRowReader.read(raw, AngelOneMasterRow.FIELDS, new AngelOneMasterParser(sink));
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
