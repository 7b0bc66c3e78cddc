package in.sauda.simulator.market;

/// The U shape of a day's volume: busy after the open and before the close.
final class VolumeCurve {
    private final double[] share;
    private final int startMinute;

    VolumeCurve(int startSlot, int endSlot) {
        startMinute = startSlot / Slots.PER_MINUTE;
        share = new double[Math.max(1, (endSlot - startSlot) / Slots.PER_MINUTE)];
        double sum = 0;
        for (int m = 0; m < share.length; m++) {
            share[m] = 0.6 + 1.7 * Math.exp(-m / 18.0) + 1.0 * Math.exp(-(share.length - m) / 25.0);
            sum += share[m];
        }
        for (int m = 0; m < share.length; m++) {
            share[m] /= sum * Slots.PER_MINUTE;
        }
    }

    /// Share of the day's volume that falls into this slot on an ordinary day.
    double share(int slot) {
        int minute = slot / Slots.PER_MINUTE - startMinute;
        return minute < 0 || minute >= share.length ? 0 : share[minute];
    }
}
