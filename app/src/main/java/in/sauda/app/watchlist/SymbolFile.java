package in.sauda.app.watchlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A list of symbols as a file: {@code symbol_name,enabled}, one a line.
///
/// Reading is tolerant: the heading may be missing, so may the second column, quotes and spaces do not matter, and a
/// line that begins with {@code #} is a remark.
public final class SymbolFile {
    private static final String HEADING = "symbol_name,enabled";
    private static final Set<String> OFF = Set.of("false", "no", "0", "off", "disabled");

    /// One line of the file.
    public record Entry(String symbol, boolean enabled) {}

    private SymbolFile() {}

    public static List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String line : text.split("\\R", -1)) {
            String[] cells = line.replace("\uFEFF", "").replace("\"", "").split("[,;\t]", -1);
            String symbol = cells[0].strip();
            if (symbol.isEmpty() || symbol.startsWith("#") || symbol.equalsIgnoreCase("symbol_name")) {
                continue;
            }
            boolean off = cells.length > 1 && OFF.contains(cells[1].strip().toLowerCase(Locale.ROOT));
            entries.add(new Entry(symbol, !off));
        }
        return entries;
    }

    public static String write(List<Entry> entries) {
        StringBuilder text = new StringBuilder(HEADING).append('\n');
        entries.forEach(entry ->
                text.append(entry.symbol()).append(',').append(entry.enabled()).append('\n'));
        return text.toString();
    }
}
