package in.sauda.simulator.market;

import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.options.Black76;
import in.sauda.core.options.OptionGreeks;
import in.sauda.core.time.IndiaTime;
import in.sauda.simulator.master.Contract;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Fair prices of contracts: cash from the underlying, futures by carry, options by Black-76 off the future
/// with a smile.
final class ContractPrices {
    static final double RATE = 0.065;
    private static final double DIVIDEND_YIELD = 0.012;
    private static final double YEAR_MILLIS = 365.0 * 86_400_000;
    private static final double LEAST_YEARS = 0.0001;
    private static final double BASIS_NOISE = 0.00012;
    private static final int BASIS_CELL = 60 * Slots.PER_SECOND;

    private final Universe universe;
    private final Map<String, FairPrice> baskets = new ConcurrentHashMap<>();

    ContractPrices(Universe universe) {
        this.universe = universe;
    }

    Underlying underlying(Contract contract) {
        return universe.find(contract.segment(), contract.name());
    }

    FairPrice on(Contract contract, int back) {
        return switch (contract.kind()) {
            case INDEX, CASH -> spot(contract, back);
            case FUTURE -> forward(contract, back);
            case OPTION -> option(contract, back);
        };
    }

    /// An index is a sum over its members, and hundreds of options ask for it in the same half second.
    private FairPrice spot(Contract contract, int back) {
        Underlying underlying = underlying(contract);
        if (back == 0 && underlying instanceof Underlying.Basket) {
            return baskets.computeIfAbsent(contract.name(), _ -> new RememberedPrice(underlying.on(0)));
        }
        return underlying.on(back);
    }

    /// The future of this expiry, listed or not.
    private FairPrice forward(Contract contract, int back) {
        FairPrice spot = spot(contract, back);
        Years years = years(contract, back);
        double carry = contract.segment() == Segment.MCX ? RATE * 0.8 : RATE - DIVIDEND_YIELD;
        long key = Noise.hash(Noise.hash(universe.seed(), contract.name()), years.expiryMillis());
        return slot -> spot.at(slot) * Math.exp(carry * years.at(slot)) * (1 + BASIS_NOISE * basis(key, slot));
    }

    private static double basis(long key, int slot) {
        int cell = Math.floorDiv(slot, BASIS_CELL);
        double part = (slot - cell * BASIS_CELL) / (double) BASIS_CELL;
        double left = Noise.normal(Noise.hash(key, cell));
        return left + (Noise.normal(Noise.hash(key, cell + 1L)) - left) * part;
    }

    private FairPrice option(Contract contract, int back) {
        OptionModel model = model(contract, back);
        return slot -> {
            OptionPoint now = model.at(slot);
            return Black76.price(model.type(), now.future(), model.strike(), now.time(), now.sigma(), RATE);
        };
    }

    /// How the model sees an option of today.
    OptionGreeks greeks(Contract contract, int slot) {
        OptionModel model = model(contract, 0);
        OptionPoint now = model.at(slot);
        return Black76.greeks(model.type(), now.future(), model.strike(), now.time(), now.sigma(), RATE);
    }

    private OptionModel model(Contract contract, int back) {
        return new OptionModel(
                contract.optionType() == null ? OptionType.CE : contract.optionType(),
                contract.toRupees(contract.strike()),
                forward(contract, back),
                underlying(contract).volatility(back),
                years(contract, back));
    }

    /// What an option's price depends on, with a smile around the money.
    private record OptionModel(OptionType type, double strike, FairPrice forward, FairPrice volatility, Years years) {
        /// The future is summed over a basket, so it is asked for once.
        OptionPoint at(int slot) {
            double time = years.at(slot);
            double future = forward.at(slot);
            double atTheMoney = volatility.at(slot);
            double deviations = Math.clamp(Math.log(strike / future) / (atTheMoney * Math.sqrt(time)), -4, 4);
            double sigma = atTheMoney * (1 - 0.035 * deviations + 0.022 * deviations * deviations);
            return new OptionPoint(future, time, sigma);
        }
    }

    private record OptionPoint(double future, double time, double sigma) {}

    private Years years(Contract contract, int back) {
        LocalDate date = universe.days().date(back);
        LocalDate expiry = contract.expiry() == null ? date : contract.expiry();
        return new Years(
                IndiaTime.epochMillis(expiry, expiryTime(contract.segment())),
                IndiaTime.epochMillis(date, Slots.ORIGIN));
    }

    private static LocalTime expiryTime(Segment segment) {
        return switch (segment) {
            case CDS, BCD -> LocalTime.of(12, 30);
            case MCX, NCDEX, NCO -> LocalTime.of(23, 30);
            case NSE, BSE, NFO, BFO -> LocalTime.of(15, 30);
        };
    }

    private record Years(long expiryMillis, long originMillis) {
        double at(int slot) {
            return Math.max(LEAST_YEARS, (expiryMillis - originMillis - slot * (long) Slots.MILLIS) / YEAR_MILLIS);
        }
    }

    /// Days to expiry on a day, or null without one.
    @Nullable
    Long daysToExpiry(Contract contract, int back) {
        LocalDate expiry = contract.expiry();
        return expiry == null
                ? null
                : expiry.toEpochDay() - universe.days().date(back).toEpochDay();
    }
}
