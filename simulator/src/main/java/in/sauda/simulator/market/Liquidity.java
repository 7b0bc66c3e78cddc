package in.sauda.simulator.market;

import in.sauda.core.domain.Segment;
import in.sauda.simulator.master.Contract;
import java.time.LocalDate;

/// How actively a contract trades on a day.
///
/// @param unitsPerDay expected volume of an ordinary day in units
/// @param updateProbability chance that a half second changes its quote
/// @param spreadShare bid-ask spread as a share of the price, before rounding up to a tick
/// @param openInterest open interest at the previous close in units, 0 for cash
public record Liquidity(double unitsPerDay, double updateProbability, double spreadShare, long openInterest) {
    private static final double SLOTS_PER_DAY = 375.0 * Slots.PER_MINUTE;
    private static final double HALF_LIVELY_RUPEES_PER_SLOT = 22_000;

    /// @param fair price in rupees
    /// @param spot price of the underlying in rupees
    static Liquidity of(Contract contract, LocalDate date, double turnover, double spot, double fair, long key) {
        if (contract.kind() == Contract.Kind.INDEX) {
            return new Liquidity(0, 1, 0, 0);
        }
        double units = Math.max(contract.lotSize(), units(contract, date, turnover / Math.max(spot, 0.01), spot));
        double rupeesPerSlot = units * Math.max(fair, 0.05) / SLOTS_PER_DAY;
        double lively = rupeesPerSlot / (rupeesPerSlot + HALF_LIVELY_RUPEES_PER_SLOT);
        double updates = Math.clamp(0.92 * lively, 0.003, 0.92);
        double spread = contract.kind() == Contract.Kind.OPTION
                ? 0.0006 + 0.02 * (1 - lively) * (1 - lively)
                : 0.00004 + 0.0018 * (1 - lively) * (1 - lively);
        return new Liquidity(units, updates, spread, openInterest(contract, units, key));
    }

    private static double units(Contract contract, LocalDate date, double spotUnits, double spot) {
        return switch (contract.kind()) {
            case INDEX -> 0;
            case CASH -> contract.segment() == Segment.BSE ? spotUnits * 0.07 : spotUnits;
            case FUTURE -> (index(contract) ? 0.12 : 0.9) * spotUnits * nearness(contract, date, 30);
            case OPTION -> {
                double away = Math.log(contract.toRupees(contract.strike()) / spot)
                        / (0.009 * Math.sqrt(Math.max(1.0, (double) days(contract, date))));
                double crowd = index(contract) ? 6 : 0.5;
                yield crowd * spotUnits * Math.exp(-away * away / 2.4) * nearness(contract, date, 8);
            }
        };
    }

    private static boolean index(Contract contract) {
        return contract.type().endsWith("IDX");
    }

    private static double nearness(Contract contract, LocalDate date, double halfLifeDays) {
        return Math.exp(-Math.max(0.0, days(contract, date) - 7.0) / halfLifeDays);
    }

    private static long days(Contract contract, LocalDate date) {
        LocalDate expiry = contract.expiry();
        return expiry == null ? 0 : expiry.toEpochDay() - date.toEpochDay();
    }

    private static long openInterest(Contract contract, double units, long key) {
        if (contract.kind() == Contract.Kind.CASH) {
            return 0;
        }
        double share = contract.kind() == Contract.Kind.FUTURE ? 2.2 : 0.45;
        double lots = units * share * (0.7 + 0.6 * Noise.uniform(Noise.hash(key, 21))) / contract.lotSize();
        return Math.max(1, Math.round(lots)) * contract.lotSize();
    }
}
