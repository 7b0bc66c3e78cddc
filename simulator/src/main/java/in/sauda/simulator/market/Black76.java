package in.sauda.simulator.market;

import in.sauda.core.domain.OptionType;

/// Black's 1976 formula for options on a forward (rules 5.2).
public final class Black76 {
    private Black76() {}

    /// Discounted price in the unit of the forward.
    ///
    /// @param years time to expiry, above zero
    /// @param sigma volatility of a year, above zero
    public static double price(
            OptionType type, double forward, double strike, double years, double sigma, double rate) {
        double deviation = sigma * Math.sqrt(years);
        double d1 = Math.log(forward / strike) / deviation + deviation / 2;
        double d2 = d1 - deviation;
        double discount = Math.exp(-rate * years);
        return switch (type) {
            case CE -> discount * (forward * normal(d1) - strike * normal(d2));
            case PE -> discount * (strike * normal(-d2) - forward * normal(-d1));
        };
    }

    /// Sensitivities of the price on the forward (rules 5.2).
    public static Greeks greeks(
            OptionType type, double forward, double strike, double years, double sigma, double rate) {
        double deviation = sigma * Math.sqrt(years);
        double d1 = Math.log(forward / strike) / deviation + deviation / 2;
        double discount = Math.exp(-rate * years);
        double density = Math.exp(-d1 * d1 / 2) / Math.sqrt(2 * Math.PI);
        double side = type == OptionType.CE ? 1 : -1;
        double decay = -discount * forward * density * sigma / (2 * Math.sqrt(years))
                + rate * price(type, forward, strike, years, sigma, rate);
        return new Greeks(
                side * discount * normal(side * d1),
                discount * density / (forward * deviation),
                decay / 365,
                discount * forward * density * Math.sqrt(years) / 100,
                sigma);
    }

    /// Probability that the price ends above a level, years from now and without drift.
    public static double endsAbove(double price, double level, double years, double sigma) {
        double deviation = sigma * Math.sqrt(years);
        return normal(Math.log(price / level) / deviation - deviation / 2);
    }

    /// Standard normal distribution function after G. West, "Better approximations to cumulative normal functions"
    /// (2005), error below 1e-14.
    static double normal(double x) {
        double distance = Math.abs(x);
        if (distance > 37) {
            return x > 0 ? 1 : 0;
        }
        double density = Math.exp(-distance * distance / 2);
        double tail;
        if (distance < 7.07106781186547) {
            double a = 3.52624965998911e-2 * distance + 0.700383064443688;
            a = a * distance + 6.37396220353165;
            a = a * distance + 33.912866078383;
            a = a * distance + 112.079291497871;
            a = a * distance + 221.213596169931;
            a = a * distance + 220.206867912376;
            double b = 8.83883476483184e-2 * distance + 1.75566716318264;
            b = b * distance + 16.064177579207;
            b = b * distance + 86.7807322029461;
            b = b * distance + 296.564248779674;
            b = b * distance + 637.333633378831;
            b = b * distance + 793.826512519948;
            b = b * distance + 440.413735824752;
            tail = density * a / b;
        } else {
            double fraction = distance + 0.65;
            for (int n = 4; n >= 1; n--) {
                fraction = distance + n / fraction;
            }
            tail = density / fraction / 2.506628274631;
        }
        return x > 0 ? 1 - tail : tail;
    }
}
