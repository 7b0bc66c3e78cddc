package in.sauda.simulator.market;

import in.sauda.core.candles.Candle;
import java.util.List;

/// The momentum rule of the project's rules 2.2 in its plainest form, to see that the market gives it something to do.
final class MomentumRule {
    private MomentumRule() {}

    static int count(List<Candle> candles) {
        int signals = 0;
        int last = -10;
        double priceVolume = 0;
        double volume = 0;
        long high = 0;
        for (int i = 0; i < candles.size(); i++) {
            Candle candle = candles.get(i);
            priceVolume += (candle.high() + candle.low() + candle.close()) / 3.0 * candle.volume();
            volume += candle.volume();
            high = Math.max(high, candle.high());
            boolean fires = i >= 20
                    && candle.close() > priceVolume / volume
                    && (high - candle.close()) * 100.0 / high <= 0.5
                    && candle.volume() >= 2 * mean(candles.subList(i - 19, i + 1));
            if (fires && i - last >= 5) {
                signals++;
                last = i;
            }
        }
        return signals;
    }

    private static double mean(List<Candle> candles) {
        return candles.stream().mapToLong(Candle::volume).average().orElseThrow();
    }
}
