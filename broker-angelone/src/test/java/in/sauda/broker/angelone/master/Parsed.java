package in.sauda.broker.angelone.master;

import in.sauda.core.broker.InstrumentSource.MasterSink;
import in.sauda.core.instruments.Instrument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What the parser made of a stream.
record Parsed(List<Instrument> instruments, Map<String, Integer> reasons) {
    static Parsed of(InputStream raw) throws IOException {
        List<Instrument> instruments = new ArrayList<>();
        Map<String, Integer> reasons = new TreeMap<>();
        AngelOneMasterParser.parse(
                raw, MasterSink.of(instruments::add, reason -> reasons.merge(reason, 1, Integer::sum)));
        return new Parsed(instruments, reasons);
    }

    static Parsed of(String json) throws IOException {
        return of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    static Parsed file(String name) throws IOException {
        try (InputStream raw = RecordedFiles.open(name)) {
            return of(raw);
        }
    }

    Instrument bySymbol(String symbol) {
        return instruments.stream()
                .filter(instrument -> instrument.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    long count(Predicate<Instrument> wanted) {
        return instruments.stream().filter(wanted).count();
    }
}
