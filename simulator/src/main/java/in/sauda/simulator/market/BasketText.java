package in.sauda.simulator.market;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the basket column of the index table.
final class BasketText {
    private static final int LARGEST_SECTOR_BASKET = 15;

    private BasketText() {}

    static Map<String, Double> weights(String basket, Collection<Stock> stocks) {
        return basket.startsWith("@") ? bySector(basket.substring(1), stocks) : listed(basket);
    }

    private static Map<String, Double> listed(String basket) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String entry : basket.split("\\|", -1)) {
            int space = entry.lastIndexOf(' ');
            weights.put(entry.substring(0, space), Double.parseDouble(entry.substring(space + 1)));
        }
        return weights;
    }

    private static Map<String, Double> bySector(String sectors, Collection<Stock> stocks) {
        List<String> wanted = List.of(sectors.split("\\+", -1));
        Map<String, Double> weights = new LinkedHashMap<>();
        stocks.stream()
                .filter(stock -> stock.derivatives() && wanted.contains(stock.sector()))
                .sorted(Comparator.comparingDouble(Stock::turnoverCrore)
                        .reversed()
                        .thenComparing(Stock::symbol))
                .limit(LARGEST_SECTOR_BASKET)
                .forEach(stock -> weights.put(stock.symbol(), Math.sqrt(stock.turnoverCrore())));
        return weights;
    }
}
