package in.sauda.simulator.market;

import in.sauda.core.domain.Segment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The bundled tables of real underlyings with rounded starting prices.
public record Tables(List<Stock> stocks, List<IndexSpec> indices, List<Good> goods) {
    /// Column of the shares' table that most rows leave out.
    private static final int SERIES = 7;

    public static Tables bundled() {
        return new Tables(
                read("stocks.csv").map(Tables::stock).toList(),
                read("indices.csv").map(Tables::index).toList(),
                read("goods.csv").map(Tables::good).toList());
    }

    private static Stock stock(String[] cells) {
        return new Stock(
                cells[0],
                cells[1],
                Double.parseDouble(cells[2]),
                Integer.parseInt(cells[3]),
                Long.parseLong(cells[4]),
                cells[5],
                Double.parseDouble(cells[6]),
                cells.length > SERIES ? cells[SERIES] : "EQ");
    }

    private static IndexSpec index(String[] cells) {
        return new IndexSpec(
                Segment.valueOf(cells[0]), cells[1], cells[2], cells[3], Double.parseDouble(cells[4]), cells[5]);
    }

    private static Good good(String[] cells) {
        return new Good(
                Segment.valueOf(cells[0]),
                cells[1],
                Double.parseDouble(cells[2]),
                Integer.parseInt(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                Double.parseDouble(cells[6]),
                Double.parseDouble(cells[7]));
    }

    private static Stream<String[]> read(String name) {
        try (InputStream stream = Objects.requireNonNull(Tables.class.getResourceAsStream(name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
