package in.sauda.core.universe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A list of an index's shares as NSE publishes it: {@code Company Name,Industry,Symbol,Series,ISIN Code}.
///
/// Reading is tolerant: columns are known by their headings in any order and case, quotes may hold commas, further
/// columns do not matter, a file of bare symbols needs no heading. Rows without a symbol are counted, and a share that
/// is named twice is taken once.
public final class ConstituentFile {
    /// What was read.
    ///
    /// @param unreadable rows without a symbol
    /// @param repeated rows of a share that was named before
    public record Content(List<Constituent> constituents, int unreadable, int repeated) {
        public Content {
            constituents = List.copyOf(constituents);
        }
    }

    private enum Column {
        COMPANY("company,company name,company_name,name"),
        INDUSTRY("industry,sector"),
        SYMBOL("symbol,symbol_name,ticker"),
        ISIN("isin,isin code,isin_code"),
        CAP("market cap,market_cap,market cap (cr),market capitalisation,market capitalization");

        private final String headings;

        Column(String headings) {
            this.headings = "," + headings + ",";
        }

        boolean called(String heading) {
            return headings.contains("," + heading + ",");
        }
    }

    private ConstituentFile() {}

    public static Content read(String text) {
        List<List<String>> rows = text.replace("\uFEFF", "")
                .lines()
                .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
                .map(ConstituentFile::cells)
                .toList();
        if (rows.isEmpty()) {
            return new Content(List.of(), 0, 0);
        }
        Map<Column, Integer> places = places(rows.getFirst());
        boolean headed = places.containsKey(Column.SYMBOL);
        if (!headed) {
            places.put(Column.SYMBOL, 0);
        }
        Map<String, Constituent> found = new LinkedHashMap<>();
        int unreadable = 0;
        int repeated = 0;
        for (List<String> cells : headed ? rows.subList(1, rows.size()) : rows) {
            Constituent read = constituent(cells, places);
            if (read.symbol().isEmpty()) {
                unreadable++;
            } else if (found.putIfAbsent(read.symbol(), read) != null) {
                repeated++;
            }
        }
        return new Content(new ArrayList<>(found.values()), unreadable, repeated);
    }

    private static Map<Column, Integer> places(List<String> headings) {
        Map<Column, Integer> places = new HashMap<>();
        for (int place = 0; place < headings.size(); place++) {
            String heading = headings.get(place).toLowerCase(Locale.ROOT);
            for (Column column : Column.values()) {
                if (!heading.isEmpty() && column.called(heading)) {
                    places.putIfAbsent(column, place);
                }
            }
        }
        return places;
    }

    private static Constituent constituent(List<String> cells, Map<Column, Integer> places) {
        String symbol = cell(cells, places, Column.SYMBOL).toUpperCase(Locale.ROOT);
        return new Constituent(
                cell(cells, places, Column.COMPANY),
                cell(cells, places, Column.INDUSTRY),
                symbol.endsWith("-EQ") ? symbol.substring(0, symbol.length() - 3) : symbol,
                cell(cells, places, Column.ISIN).toUpperCase(Locale.ROOT),
                number(cell(cells, places, Column.CAP)));
    }

    private static String cell(List<String> cells, Map<Column, Integer> places, Column column) {
        int place = places.getOrDefault(column, -1);
        return place < 0 || place >= cells.size() ? "" : cells.get(place);
    }

    private static double number(String text) {
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text.replace(",", ""));
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    /// Cells of one line; a quoted one may hold commas and doubled quotes.
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
