package in.sauda.simulator.master;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads a master file in Angel One layout, plain or gzip, so that the simulator can trade exactly its rows.
public final class MasterReader {
    private static final DateTimeFormatter EXPIRY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("ddMMMuuuu")
            .toFormatter(Locale.ENGLISH);

    /// What was read.
    ///
    /// @param skipped rows without a known segment, token or symbol; they are served but cannot be traded
    public record Loaded(List<Contract> contracts, MasterFile file, int skipped) {}

    private MasterReader() {}

    public static Loaded read(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        boolean gzip = bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
        if (gzip) {
            try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = stream.readAllBytes();
            }
        }
        List<Contract> contracts = new ArrayList<>();
        int skipped = 0;
        try (JsonParser parser = new JsonFactory().createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException(path + " is not an Angel One master: it does not start with a JSON array");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                Optional<Contract> contract = contract(fields(parser));
                contract.ifPresent(contracts::add);
                skipped += contract.isPresent() ? 0 : 1;
            }
        }
        return new Loaded(List.copyOf(contracts), MasterFile.ofJson(bytes), skipped);
    }

    private static Map<String, String> fields(JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (parser.currentToken().isStructStart()) {
                parser.skipChildren();
            } else {
                fields.put(name, String.valueOf(parser.getValueAsString()).strip());
            }
        }
        return fields;
    }

    private static Optional<Contract> contract(Map<String, String> row) {
        Segment segment = segment(row.getOrDefault("exch_seg", ""));
        String token = row.getOrDefault("token", "");
        String symbol = row.getOrDefault("symbol", "");
        if (segment == null || token.isEmpty() || symbol.isEmpty()) {
            return Optional.empty();
        }
        String type = row.getOrDefault("instrumenttype", "");
        Contract.Kind kind = kind(type);
        boolean currency = segment.currency();
        double tick = number(row, "tick_size") / 100;
        long tickUnits = Math.max(1, Math.round(tick * (currency ? 1e7 : 100)));
        OptionType option = symbol.contains("CE") && !symbol.endsWith("PE") ? OptionType.CE : OptionType.PE;
        return Optional.of(new Contract(
                segment,
                token,
                symbol,
                name(row, symbol),
                kind,
                type,
                expiry(row.getOrDefault("expiry", "")),
                kind == Contract.Kind.OPTION ? Math.round(number(row, "strike")) : 0,
                kind == Contract.Kind.OPTION ? option : null,
                (int) Math.max(1, number(row, "lotsize")),
                tickUnits,
                Math.round(number(row, "freeze_qty")),
                Boolean.parseBoolean(row.getOrDefault("is_cas_enabled", "false"))));
    }

    private static String name(Map<String, String> row, String symbol) {
        String name = row.getOrDefault("name", "");
        return name.isEmpty() ? symbol : name;
    }

    private static Contract.Kind kind(String type) {
        if (type.startsWith("OPT")) {
            return Contract.Kind.OPTION;
        }
        if (type.startsWith("FUT")) {
            return Contract.Kind.FUTURE;
        }
        return type.equals("AMXIDX") || type.equals("INDEX") ? Contract.Kind.INDEX : Contract.Kind.CASH;
    }

    private static @Nullable Segment segment(String text) {
        for (Segment segment : Segment.values()) {
            if (segment.name().equals(text)) {
                return segment;
            }
        }
        return null;
    }

    private static @Nullable LocalDate expiry(String text) {
        return text.length() == 9 ? LocalDate.parse(text, EXPIRY) : null;
    }

    private static double number(Map<String, String> row, String name) {
        String text = row.getOrDefault(name, "");
        return text.isEmpty() || text.equals("null") ? 0 : Double.parseDouble(text);
    }
}
