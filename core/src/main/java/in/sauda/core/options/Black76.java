package in.sauda.core.options;

import in.sauda.core.domain.OptionType;

/// Black's 1976 formula for options on a forward, and its inverse (rules 5.2). Prices, forwards and strikes in one
/// unit of the caller's choice, times in years of 365 days, volatility and interest as fractions.
public final class Black76 {
    /// The least time to expiry that is reckoned with: on the last minutes the formula would divide by nothing.
    public static final double LEAST_YEARS = 0.0001;

    private static final double LEAST_VOLATILITY = 0.001;
    private static final double MOST_VOLATILITY = 5;
    private static final double LEAST_TIME_VALUE = 0.01;
    private static final double LEAST_VEGA = 1e-8;
    private static final double TOLERANCE = 1e-6;
    private static final int NEWTON_STEPS = 20;
    private static final int BISECTIONS = 100;

    private Black76() {}

    /// Discounted price in the unit of the forward.
    ///
    /// @param years above zero
    /// @param sigma above zero
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

    public static OptionGreeks greeks(
            OptionType type, double forward, double strike, double years, double sigma, double rate) {
        double deviation = sigma * Math.sqrt(years);
        double d1 = Math.log(forward / strike) / deviation + deviation / 2;
        double discount = Math.exp(-rate * years);
        double density = Math.exp(-d1 * d1 / 2) / Math.sqrt(2 * Math.PI);
        double side = type == OptionType.CE ? 1 : -1;
        double price = price(type, forward, strike, years, sigma, rate);
        double decay = -discount * forward * density * sigma / (2 * Math.sqrt(years)) + rate * price;
        return new OptionGreeks(
                side * discount * normal(side * d1),
                discount * density / (forward * deviation),
                decay / 365,
                discount * forward * density * Math.sqrt(years) / 100,
                -years * price / 100,
                sigma);
    }

    /// What a traded price says: the volatility it implies and the sensitivities at that volatility. A price without
    /// time value implies no volatility: delta is then 1 or 0 with the sign of the side, all else 0.
    public static OptionGreeks ofPrice(
            OptionType type, double price, double forward, double strike, double years, double rate) {
        double sigma = impliedVolatility(type, price, forward, strike, years, rate);
        if (!Double.isNaN(sigma)) {
            return greeks(type, forward, strike, years, sigma, rate);
        }
        double delta = intrinsic(type, forward, strike) <= 0 ? 0 : type == OptionType.CE ? 1 : -1;
        return new OptionGreeks(delta, 0, 0, 0, 0, Double.NaN);
    }

    /// Newton's method from an at-the-money guess, bisection where that finds nothing.
    ///
    /// @return NaN where the price has no time value or no volatility up to 500 % explains it
    public static double impliedVolatility(
            OptionType type, double price, double forward, double strike, double years, double rate) {
        double intrinsic = Math.max(0, intrinsic(type, forward, strike)) * Math.exp(-rate * years);
        double timeValue = price - intrinsic;
        if (!(price > 0) || !(forward > 0) || timeValue <= 0 || (intrinsic > 0 && timeValue < LEAST_TIME_VALUE)) {
            return Double.NaN;
        }
        double sigma = Math.clamp(Math.sqrt(2 * Math.PI / years) * price / forward, 0.05, 3);
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double miss = price(type, forward, strike, years, sigma, rate) - price;
            if (Math.abs(miss) <= TOLERANCE * price) {
                return sigma;
            }
            double slope =
                    100 * greeks(type, forward, strike, years, sigma, rate).vega();
            double next = sigma - miss / slope;
            if (slope <= LEAST_VEGA || !(next > LEAST_VOLATILITY) || next > MOST_VOLATILITY) {
                break;
            }
            sigma = next;
        }
        return bisected(type, price, forward, strike, years, rate);
    }

    private static double bisected(
            OptionType type, double price, double forward, double strike, double years, double rate) {
        double low = LEAST_VOLATILITY;
        double high = MOST_VOLATILITY;
        if (price(type, forward, strike, years, high, rate) < price) {
            return Double.NaN;
        }
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = (low + high) / 2;
            double miss = price(type, forward, strike, years, middle, rate) - price;
            if (Math.abs(miss) <= TOLERANCE * price) {
                return middle;
            }
            if (miss > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Double.NaN;
    }

    /// Probability that a price ends above a level, without drift.
    public static double endsAbove(double price, double level, double years, double sigma) {
        double deviation = sigma * Math.sqrt(years);
        return normal(Math.log(price / level) / deviation - deviation / 2);
    }

    private static double intrinsic(OptionType type, double forward, double strike) {
        return type == OptionType.CE ? forward - strike : strike - forward;
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
