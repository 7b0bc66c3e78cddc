package in.sauda.simulator.market;

import java.util.List;

/// Something whose price other contracts derive from. Immutable apart from caches; safe from any thread.
public sealed interface Underlying {
    /// Rupees before the open of the simulated date, before any noise.
    double basePrice();

    /// The price during the trading day that many days back.
    FairPrice on(int back);

    /// Volatility of a year that its at-the-money options are priced with, during that day.
    FairPrice volatility(int back);

    /// Volume of a slot's minute against an ordinary minute.
    FairPrice activity(int back);

    /// Value traded on an ordinary day in rupees.
    double turnover();

    /// A share: its beta times the market, plus its sector, plus what is its own.
    record Share(double basePrice, double beta, double turnover, Factor market, Factor sector, Factor own)
            implements Underlying {
        private static final double ANNUAL_VOLATILITY = 0.25;

        @Override
        public FairPrice on(int back) {
            double level = beta * market.previousClose(back) + sector.previousClose(back) + own.previousClose(back);
            double previous = basePrice * Math.exp(level);
            DayPath marketPath = market.path(back);
            DayPath sectorPath = sector.path(back);
            DayPath ownPath = own.path(back);
            return slot -> previous * Math.exp(beta * marketPath.at(slot) + sectorPath.at(slot) + ownPath.at(slot));
        }

        @Override
        public FairPrice volatility(int back) {
            DayPath marketPath = market.path(back);
            return slot -> ANNUAL_VOLATILITY * (0.7 + 0.4 * beta) * Math.exp(-2 * marketPath.at(slot));
        }

        @Override
        public FairPrice activity(int back) {
            DayPath marketPath = market.path(back);
            DayPath ownPath = own.path(back);
            return slot -> ownPath.activity(slot) * Math.sqrt(marketPath.activity(slot));
        }
    }

    /// A member of a basket.
    ///
    /// @param units shares in one unit of the index
    record Member(Share share, double units) {}

    /// An index: a fixed number of each member's shares.
    record Basket(double basePrice, List<Member> members, double turnover, Underlying fear, double fearShare)
            implements Underlying {
        @Override
        public FairPrice on(int back) {
            FairPrice[] prices =
                    members.stream().map(member -> member.share().on(back)).toArray(FairPrice[]::new);
            double[] units = members.stream().mapToDouble(Member::units).toArray();
            return slot -> {
                double sum = 0;
                for (int i = 0; i < units.length; i++) {
                    sum += units[i] * prices[i].at(slot);
                }
                return sum;
            };
        }

        @Override
        public FairPrice volatility(int back) {
            FairPrice points = fear.on(back);
            return slot -> fearShare * points.at(slot) / 100;
        }

        @Override
        public FairPrice activity(int back) {
            return members.getFirst().share().activity(back);
        }
    }

    /// Follows one factor: broad indices without a basket of their own, commodities and currencies.
    record Tracker(double basePrice, double beta, double turnover, double annualVolatility, Factor factor)
            implements Underlying {
        @Override
        public FairPrice on(int back) {
            double previous = basePrice * Math.exp(beta * factor.previousClose(back));
            DayPath path = factor.path(back);
            return slot -> previous * Math.exp(beta * path.at(slot));
        }

        @Override
        public FairPrice volatility(int back) {
            return slot -> annualVolatility;
        }

        @Override
        public FairPrice activity(int back) {
            DayPath path = factor.path(back);
            return path::activity;
        }
    }

    /// The volatility index: its own moves, and against the market.
    record Fear(double basePrice, Factor market, Factor own) implements Underlying {
        private static final double AGAINST_MARKET = -3.2;

        @Override
        public FairPrice on(int back) {
            double level =
                    Math.clamp(AGAINST_MARKET * market.previousClose(back) + 0.4 * own.previousClose(back), -0.6, 0.9);
            double previous = basePrice * Math.exp(level);
            DayPath marketPath = market.path(back);
            DayPath ownPath = own.path(back);
            return slot -> previous * Math.exp(AGAINST_MARKET * marketPath.at(slot) + 0.4 * ownPath.at(slot));
        }

        @Override
        public FairPrice volatility(int back) {
            return slot -> 0.9;
        }

        @Override
        public FairPrice activity(int back) {
            return slot -> 1;
        }

        @Override
        public double turnover() {
            return 1e8;
        }
    }
}
