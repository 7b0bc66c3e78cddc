package in.sauda.simulator.master;

import java.util.ArrayList;
import java.util.List;

/// Strikes around a price, in paise.
final class StrikeLadder {
    private StrikeLadder() {}

    static List<Long> around(double rupees, double step, int eachSide) {
        long center = Math.round(rupees / step);
        List<Long> strikes = new ArrayList<>();
        for (long n = Math.max(1, center - eachSide); n <= center + eachSide; n++) {
            strikes.add(Math.round(n * step * 100));
        }
        return strikes;
    }

    /// Distance between the strikes of a share.
    static double shareStep(double rupees) {
        double[] limits = {50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 20_000};
        double[] steps = {0.5, 1, 2.5, 5, 10, 20, 50, 100, 250};
        for (int i = 0; i < limits.length; i++) {
            if (rupees < limits[i]) {
                return steps[i];
            }
        }
        return 500;
    }

    /// A strike as it stands in a symbol: whole rupees, or with the decimals it needs.
    static String text(long paise) {
        if (paise % 100 == 0) {
            return Long.toString(paise / 100);
        }
        return paise % 10 == 0 ? paise / 100 + "." + paise % 100 / 10 : paise / 100 + "." + paise % 100;
    }
}
