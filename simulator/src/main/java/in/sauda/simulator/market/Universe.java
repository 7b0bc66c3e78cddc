package in.sauda.simulator.market;

import in.sauda.core.domain.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// All underlyings of one seeded market, by name. Names the tables do not know get a seeded price of their own.
///
/// Safe from any thread.
public final class Universe {
    private static final double MARKET_SIGMA = 0.0075;
    private static final double SECTOR_SIGMA = 0.0050;
    private static final double OWN_SIGMA = 0.0110;
    private static final double FEAR_SIGMA = 0.045;
    private static final double CRORE = 1e7;

    private final long seed;
    private final TradingDays days;
    private final Factor market;
    private final Map<String, Factor> sectors = new ConcurrentHashMap<>();
    private final Map<String, Stock> stocks = new HashMap<>();
    private final Map<String, IndexSpec> indices = new HashMap<>();
    private final Map<String, Good> goods = new HashMap<>();
    private final Map<String, Double> hints;
    private final Map<String, Underlying> known = new ConcurrentHashMap<>();

    /// @param hints starting prices for names outside the tables, for instance the middle of their option strikes
    public Universe(long seed, TradingDays days, Tables tables, Map<String, Double> hints) {
        this.seed = seed;
        this.days = days;
        this.hints = Map.copyOf(hints);
        market = new Factor(Noise.hash(seed, "market"), MARKET_SIGMA, 1, SessionGrid.EQUITY, days);
        tables.stocks().forEach(stock -> stocks.put(stock.symbol(), stock));
        tables.indices().forEach(index -> indices.put(index.name(), index));
        tables.goods().forEach(good -> goods.put(good.name(), good));
    }

    TradingDays days() {
        return days;
    }

    long seed() {
        return seed;
    }

    /// The underlying of a contract's name in that segment.
    public Underlying find(Segment segment, String name) {
        String key = segment.exchange().equals("MCX") || segment.currency() || segment == Segment.NCDEX
                ? segment + ":" + name
                : name;
        Underlying found = known.get(key);
        if (found == null) {
            found = create(segment, name);
            Underlying earlier = known.putIfAbsent(key, found);
            found = earlier == null ? found : earlier;
        }
        return found;
    }

    private Underlying create(Segment segment, String name) {
        if (segment == Segment.MCX || segment.currency() || segment == Segment.NCDEX || segment == Segment.NCO) {
            return good(segment, name);
        }
        IndexSpec index = indices.get(name);
        return index == null ? share(name) : index(index);
    }

    private Underlying good(Segment segment, String name) {
        Good good = goods.get(name);
        SessionGrid grid = segment.currency() ? SessionGrid.CURRENCY : SessionGrid.COMMODITY;
        double sigma = good == null ? 0.01 : good.sigma();
        double price = good == null ? seededPrice(name) : good.price();
        double units = good == null ? 10_000 : good.units();
        // Mini contracts follow the same metal as their big brothers.
        String family = name.startsWith("GOLD") ? "GOLD" : name.replaceFirst("M$", "");
        Factor factor = new Factor(Noise.hash(seed, segment + family), sigma, 1, grid, days);
        return new Underlying.Tracker(price, 1, price * units, sigma * 17, factor);
    }

    private Underlying.Share share(String name) {
        Stock stock = stocks.get(name);
        long key = Noise.hash(seed, "share" + name);
        double price = stock == null ? seededPrice(name) : stock.price();
        double turnover = (stock == null ? 3 : stock.turnoverCrore()) * CRORE;
        double beta = 0.7 + 0.6 * Noise.uniform(Noise.hash(key, 1));
        String sector = stock == null ? "OTHER" : stock.sector();
        Factor own = new Factor(key, OWN_SIGMA, 2 + (int) Math.floorMod(key, 3L), SessionGrid.EQUITY, days);
        return new Underlying.Share(price, beta, turnover, market, sector(sector), own);
    }

    private Factor sector(String name) {
        return sectors.computeIfAbsent(
                name,
                sector -> new Factor(Noise.hash(seed, "sector" + sector), SECTOR_SIGMA, 1, SessionGrid.EQUITY, days));
    }

    private double seededPrice(String name) {
        Double hint = hints.get(name);
        return hint != null ? hint : 30 * Math.exp(4 * Noise.uniform(Noise.hash(seed, "price" + name)));
    }

    private Underlying index(IndexSpec index) {
        String basket = index.basket();
        if (basket.equals("vix")) {
            Factor own = new Factor(Noise.hash(seed, "fear"), FEAR_SIGMA, 0, SessionGrid.EQUITY, days);
            return new Underlying.Fear(index.level(), market, own);
        }
        if (basket.startsWith("~")) {
            return new Underlying.Tracker(index.level(), Double.parseDouble(basket.substring(1)), 1e10, 0.14, market);
        }
        return basket(index);
    }

    private Underlying.Basket basket(IndexSpec index) {
        Map<String, Double> weights = BasketText.weights(index.basket(), stocks.values());
        double total =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Underlying.Member> members = new ArrayList<>();
        double turnover = 0;
        for (Map.Entry<String, Double> entry : weights.entrySet()) {
            Underlying.Share share = (Underlying.Share) find(Segment.NSE, entry.getKey());
            double value = index.level() * entry.getValue() / total;
            members.add(new Underlying.Member(share, value / share.basePrice()));
            turnover += share.turnover();
        }
        double fearShare = members.size() > 45 ? 0.95 : 0.95 + 2.5 / members.size();
        return new Underlying.Basket(
                index.level(), List.copyOf(members), turnover, find(Segment.NSE, "INDIA VIX"), fearShare);
    }

    /// Symbols and weights in per cent of an index's constituents; empty for an index without a basket.
    public Map<String, Double> weights(String indexName) {
        IndexSpec index = indices.get(indexName);
        return index == null || index.basket().startsWith("~") || index.basket().equals("vix")
                ? Map.of()
                : BasketText.weights(index.basket(), stocks.values());
    }
}
