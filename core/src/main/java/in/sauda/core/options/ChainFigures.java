package in.sauda.core.options;

import java.util.List;

/// What the open interest, volumes and prices of a chain say together (rules 5). NaN or -1 where it is undefined.
public final class ChainFigures {
    /// Open interest and volume of one strike in units; -1 where a side is not listed or not known.
    ///
    /// @param strike in any unit, the same for all
    public record Interest(double strike, long call, long put, long callVolume, long putVolume) {
        private boolean both() {
            return call >= 0 && put >= 0;
        }

        private boolean bothVolumes() {
            return callVolume >= 0 && putVolume >= 0;
        }
    }

    private ChainFigures() {}

    /// Put open interest over call open interest, of the strikes where both sides are known.
    public static double putCallRatio(List<Interest> strikes) {
        long puts =
                strikes.stream().filter(Interest::both).mapToLong(Interest::put).sum();
        long calls = strikes.stream()
                .filter(Interest::both)
                .mapToLong(Interest::call)
                .sum();
        return calls == 0 ? Double.NaN : (double) puts / calls;
    }

    /// The same with volumes.
    public static double putCallVolumeRatio(List<Interest> strikes) {
        long puts = strikes.stream()
                .filter(Interest::bothVolumes)
                .mapToLong(Interest::putVolume)
                .sum();
        long calls = strikes.stream()
                .filter(Interest::bothVolumes)
                .mapToLong(Interest::callVolume)
                .sum();
        return calls == 0 ? Double.NaN : (double) puts / calls;
    }

    /// The settlement at which the writers of all open options would pay least; of equals the one nearest to the
    /// forward.
    ///
    /// @return NaN where nothing is open
    public static double maxPain(List<Interest> strikes, double forward) {
        double best = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        for (Interest candidate : strikes) {
            double pain = pain(strikes, candidate.strike());
            boolean nearer = Math.abs(candidate.strike() - forward) < Math.abs(best - forward);
            if (pain < least || (pain == least && nearer)) {
                least = pain;
                best = candidate.strike();
            }
        }
        return strikes.stream().anyMatch(strike -> strike.call() > 0 || strike.put() > 0) ? best : Double.NaN;
    }

    private static double pain(List<Interest> strikes, double settlement) {
        double sum = 0;
        for (Interest strike : strikes) {
            sum += Math.max(settlement - strike.strike(), 0) * Math.max(strike.call(), 0);
            sum += Math.max(strike.strike() - settlement, 0) * Math.max(strike.put(), 0);
        }
        return sum;
    }

    /// Position of the listed strike nearest to a price, the lower of two that are equally near; -1 without strikes.
    ///
    /// @param strikes lowest first
    public static int atTheMoney(List<OptionStrike> strikes, double price) {
        int best = -1;
        for (int position = 0; position < strikes.size(); position++) {
            if (best < 0
                    || Math.abs(strikes.get(position).strike() - price)
                            < Math.abs(strikes.get(best).strike() - price)) {
                best = position;
            }
        }
        return best;
    }

    /// The forward that put-call parity gives at one strike.
    ///
    /// @param rate of interest a year, as a fraction
    public static double syntheticForward(double strike, double call, double put, double years, double rate) {
        return strike + (call - put) * Math.exp(rate * years);
    }
}
