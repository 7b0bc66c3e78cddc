package in.sauda.simulator.market;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A source of returns: the market, a sector, or what is peculiar to one stock. Safe from any thread.
final class Factor {
    private static final int PAST_DAYS_KEPT = 4;
    private static final double GAP_SHARE = 0.45;

    private final long key;
    private final double sigma;
    private final int bursts;
    private final SessionGrid grid;
    private final TradingDays days;
    private final List<Double> levels = new ArrayList<>(List.of(0.0));
    private final Map<Integer, DayPath> paths = new LinkedHashMap<>(8, 0.75f, true);

    /// @param sigma standard deviation of a day's log return
    /// @param bursts bursts of one-sided trading a day
    Factor(long key, double sigma, int bursts, SessionGrid grid, TradingDays days) {
        this.key = key;
        this.sigma = sigma;
        this.bursts = bursts;
        this.grid = grid;
        this.days = days;
    }

    /// Log level of the close before that day, against the close before the simulated date.
    synchronized double previousClose(int back) {
        while (levels.size() <= back) {
            levels.add(levels.getLast() - totalReturn(levels.size()));
        }
        return levels.get(back);
    }

    double totalReturn(int back) {
        return sigma * Noise.normal(Noise.hash(key, days.date(back).toEpochDay(), 5));
    }

    synchronized DayPath path(int back) {
        DayPath known = paths.get(back);
        if (known != null) {
            return known;
        }
        long dayKey = Noise.hash(key, days.date(back).toEpochDay());
        double gap = sigma * GAP_SHARE * Noise.normal(Noise.hash(dayKey, 6));
        DayPath path = new DayPath(dayKey, grid, totalReturn(back), gap, sigma, bursts);
        paths.put(back, path);
        if (paths.size() > PAST_DAYS_KEPT) {
            paths.keySet().stream().filter(day -> day != 0).findFirst().ifPresent(paths::remove);
        }
        return path;
    }
}
