package in.sauda.core.indicators;

/// CPR of a day from the day before: P = (H+L+C)/3, BC = (H+L)/2, TC = 2P − BC (rules 1.2).
public record CentralPivotRange(double pivot, double bottomCentral, double topCentral) {
    public static CentralPivotRange of(double high, double low, double close) {
        double pivot = (high + low + close) / 3;
        double bottom = (high + low) / 2;
        return new CentralPivotRange(pivot, bottom, 2 * pivot - bottom);
    }

    public double high() {
        return Math.max(bottomCentral, topCentral);
    }

    public double low() {
        return Math.min(bottomCentral, topCentral);
    }

    public double width() {
        return Math.abs(topCentral - bottomCentral);
    }
}
