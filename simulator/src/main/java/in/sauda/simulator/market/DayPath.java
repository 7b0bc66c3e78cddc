package in.sauda.simulator.market;

/// One day of one random factor: the log return since the previous close at every slot, and how busy each minute is.
///
/// A volatility-clustered bridge over minutes ends exactly at the day's total return, so yesterday's close and today's
/// previous close agree. Two octaves of value noise move the price inside a minute. Immutable.
final class DayPath {
    private static final double TEN_SECOND_SHARE = 0.42;
    private static final double TWO_SECOND_SHARE = 0.20;
    private static final int TEN_SECONDS = 10 * Slots.PER_SECOND;
    private static final int TWO_SECONDS = 2 * Slots.PER_SECOND;

    private final long key;
    private final SessionGrid grid;
    private final float[] knots;
    private final float[] sigmas;
    private final float[] activity;

    /// @param totalReturn log return from previous close to close
    /// @param gap the part of it that happens before the open
    /// @param sigma standard deviation of a day's return
    DayPath(long key, SessionGrid grid, double totalReturn, double gap, double sigma, int bursts) {
        this.key = key;
        this.grid = grid;
        int minutes = grid.minutes();
        knots = new float[minutes + 1];
        sigmas = new float[minutes];
        activity = new float[minutes];
        double[] path = new double[minutes + 1];
        double[] variance = new double[minutes + 1];
        walk(sigma, path, variance);
        for (int burst = 0; burst < bursts; burst++) {
            addBurst(Noise.hash(key, 77 + burst), sigma, path);
        }
        double miss = totalReturn - gap - path[minutes];
        for (int m = 0; m <= minutes; m++) {
            knots[m] = (float) (gap + path[m] + miss * variance[m] / variance[minutes]);
        }
    }

    private void walk(double sigma, double[] path, double[] variance) {
        int minutes = grid.minutes();
        double intraday = sigma * 0.8 / Math.sqrt(minutes);
        double cluster = 0;
        for (int m = 0; m < minutes; m++) {
            cluster = 0.94 * cluster + 0.16 * Noise.normal(Noise.hash(key, 1, m));
            double minuteSigma = intraday * Math.exp(cluster) * edge(m, minutes);
            path[m + 1] = path[m] + minuteSigma * Noise.normal(Noise.hash(key, 2, m));
            variance[m + 1] = variance[m] + minuteSigma * minuteSigma;
            sigmas[m] = (float) minuteSigma;
            activity[m] = (float) Math.exp(0.8 * cluster + 0.22 * Noise.normal(Noise.hash(key, 3, m)));
        }
    }

    /// Trading is livelier after the open and before the close.
    private static double edge(int minute, int minutes) {
        return 0.85 + 0.9 * Math.exp(-minute / 12.0) + 0.3 * Math.exp(-(minutes - minute) / 15.0);
    }

    /// A few minutes of one-sided trading with several times the usual volume.
    private void addBurst(long burst, double sigma, double[] path) {
        int minutes = grid.minutes();
        int start = 8 + (int) (Noise.uniform(Noise.hash(burst, 1)) * (minutes - 30));
        int length = 4 + (int) (Noise.uniform(Noise.hash(burst, 2)) * 6);
        double direction = Noise.uniform(Noise.hash(burst, 3)) < 0.72 ? 1 : -1;
        double move = direction * sigma * (0.45 + 0.5 * Noise.uniform(Noise.hash(burst, 4)));
        for (int m = start; m < minutes; m++) {
            double progress = Math.min(1, (m - start + 1) / (double) length);
            path[m + 1] += move * progress;
            if (m < start + length) {
                activity[m] *= 3.2f + 2.2f * (float) Noise.uniform(Noise.hash(burst, 5, m));
            }
        }
    }

    /// Log return since the previous close.
    double at(int slot) {
        int sinceStart = slot - grid.startMinute() * Slots.PER_MINUTE;
        if (sinceStart <= 0) {
            return knots[0];
        }
        int minute = sinceStart / Slots.PER_MINUTE;
        if (minute >= grid.minutes()) {
            return knots[grid.minutes()] + noise(slot, sigmas[grid.minutes() - 1]);
        }
        double part = (sinceStart - minute * Slots.PER_MINUTE) / (double) Slots.PER_MINUTE;
        return knots[minute] + (knots[minute + 1] - knots[minute]) * part + noise(slot, sigmas[minute]);
    }

    /// The close of the day, without noise.
    double close() {
        return knots[grid.minutes()];
    }

    private double noise(int slot, double sigma) {
        return sigma
                * (TEN_SECOND_SHARE * octave(slot, TEN_SECONDS, 11) + TWO_SECOND_SHARE * octave(slot, TWO_SECONDS, 12));
    }

    private double octave(int slot, int width, int salt) {
        int cell = slot / width;
        double part = (slot - cell * width) / (double) width;
        double left = Noise.normal(Noise.hash(key + salt, cell));
        double right = Noise.normal(Noise.hash(key + salt, cell + 1L));
        return left + (right - left) * part;
    }

    /// Volume of this minute against an ordinary one.
    double activity(int slot) {
        int minute = slot / Slots.PER_MINUTE - grid.startMinute();
        return minute < 0 || minute >= activity.length ? 1 : activity[minute];
    }
}
