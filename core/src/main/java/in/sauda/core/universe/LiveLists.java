package in.sauda.core.universe;

import in.sauda.core.domain.OptionType;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.options.ChainFigures;
import in.sauda.core.options.OptionContracts;
import in.sauda.core.options.OptionStrike;
import in.sauda.core.options.Underlying;
import in.sauda.core.view.QuoteRow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lists whose members follow the market (rules 10.5): the most traded shares, strikes around the money, everything on
/// one underlying, and portfolios across kinds. Pure functions of what is known at the moment.
public final class LiveLists {
    private LiveLists() {}

    /// The newest quote of an instrument, null before its first one.
    @FunctionalInterface
    public interface Quotes extends Function<Instrument, @Nullable QuoteRow> {}

    /// The shares with the largest volume of the day, largest first; those without a volume are left out.
    public static List<Instrument> topByVolume(List<Instrument> candidates, Quotes quotes, int most) {
        record Traded(Instrument instrument, long volume) {}
        return candidates.stream()
                .filter(candidate -> candidate.category() == InstrumentCategory.EQUITY)
                .map(candidate -> {
                    QuoteRow quote = quotes.apply(candidate);
                    return new Traded(candidate, quote == null ? 0 : quote.volume());
                })
                .filter(traded -> traded.volume() > 0)
                .sorted(Comparator.comparingLong(Traded::volume)
                        .reversed()
                        .thenComparing(traded -> traded.instrument().symbol()))
                .limit(most)
                .map(Traded::instrument)
                .toList();
    }

    /// Calls and puts at the money and so many strikes on either side, of the nearest expiry; empty while the price is
    /// not known.
    ///
    /// @param price of the underlying, fixed-point with the decimals of its segment; 0 when it is not known
    /// @param side strikes on either side of the one at the money
    /// @param types which of them
    public static List<Instrument> nearTheMoney(
            OptionContracts contracts, Underlying underlying, long price, int side, Set<OptionType> types) {
        List<LocalDate> expiries = contracts.expiries(underlying);
        if (expiries.isEmpty() || price <= 0) {
            return List.of();
        }
        return around(contracts.chain(underlying, expiries.getFirst()), price, side, types);
    }

    private static List<Instrument> around(List<OptionStrike> chain, long price, int side, Set<OptionType> types) {
        int middle = ChainFigures.atTheMoney(chain, (double) price);
        if (middle < 0) {
            return List.of();
        }
        List<Instrument> chosen = new ArrayList<>();
        int last = Math.min(chain.size() - 1, middle + side);
        for (int place = Math.max(0, middle - side); place <= last; place++) {
            for (OptionType type : OptionType.values()) {
                Instrument option = chain.get(place).of(type);
                if (option != null && types.contains(type)) {
                    chosen.add(option);
                }
            }
        }
        return chosen;
    }

    /// The underlying itself, its futures, and options of the current month from the money outwards (rules 10.5, note
    /// 000: at most 100).
    ///
    /// @param price as for {@link #nearTheMoney}; without one the middle of the ladder stands for the money
    public static List<Instrument> everythingOn(
            OptionContracts contracts, List<Instrument> futures, Underlying underlying, long price, int mostOptions) {
        Set<Instrument> chosen = new LinkedHashSet<>();
        contracts.spot(underlying).ifPresent(chosen::add);
        futures.stream()
                .filter(future -> future.category() == InstrumentCategory.FUTURES)
                .filter(future -> new Underlying(future.segment(), future.name()).equals(underlying))
                .sorted(Comparator.comparing(LiveLists::expiry))
                .forEach(chosen::add);
        chosen.addAll(currentMonth(contracts, underlying, price, mostOptions));
        return new ArrayList<>(chosen);
    }

    private static LocalDate expiry(Instrument contract) {
        LocalDate expiry = contract.expiry();
        return expiry == null ? LocalDate.MAX : expiry;
    }

    /// Expiries of the month of the nearest one, nearest strikes first.
    private static List<Instrument> currentMonth(
            OptionContracts contracts, Underlying underlying, long price, int most) {
        List<LocalDate> expiries = contracts.expiries(underlying);
        if (expiries.isEmpty()) {
            return List.of();
        }
        YearMonth month = YearMonth.from(expiries.getFirst());
        List<Instrument> options = new ArrayList<>();
        for (LocalDate expiry : expiries) {
            if (YearMonth.from(expiry).equals(month)) {
                for (OptionStrike strike : contracts.chain(underlying, expiry)) {
                    Optional.ofNullable(strike.call()).ifPresent(options::add);
                    Optional.ofNullable(strike.put()).ifPresent(options::add);
                }
            }
        }
        long money = price > 0 ? price : middle(options);
        return options.stream()
                .sorted(Comparator.<Instrument>comparingLong(option -> Math.abs(option.strike() - money))
                        .thenComparing(LiveLists::expiry)
                        .thenComparing(Instrument::symbol))
                .limit(most)
                .toList();
    }

    private static long middle(List<Instrument> options) {
        List<Long> strikes =
                options.stream().map(Instrument::strike).distinct().sorted().toList();
        return strikes.get(strikes.size() / 2);
    }

    /// A portfolio across kinds: the shares or indices themselves, the nearest future of each, and options at the money
    /// in turn until the limit is reached (rules 10.5, note 000: 20 options).
    ///
    /// @param price of an instrument, fixed-point, 0 when it is not known
    public static List<Instrument> acrossKinds(
            OptionContracts contracts, List<Instrument> spots, Function<Instrument, Long> price, int mostOptions) {
        Set<Instrument> chosen = new LinkedHashSet<>(spots);
        List<List<Instrument>> ladders = new ArrayList<>();
        for (Instrument spot : spots) {
            Optional<Underlying> underlying = contracts.underlying(spot);
            if (underlying.isEmpty()) {
                continue;
            }
            List<LocalDate> expiries = contracts.expiries(underlying.get());
            if (!expiries.isEmpty()) {
                contracts.future(underlying.get(), expiries.getFirst()).ifPresent(chosen::add);
            }
            ladders.add(currentMonth(contracts, underlying.get(), price.apply(spot), mostOptions));
        }
        takeInTurn(ladders, mostOptions, chosen);
        return new ArrayList<>(chosen);
    }

    private static void takeInTurn(List<List<Instrument>> ladders, int most, Set<Instrument> chosen) {
        int taken = 0;
        for (int place = 0; taken < most; place++) {
            int before = taken;
            for (List<Instrument> ladder : ladders) {
                if (taken < most && place < ladder.size() && chosen.add(ladder.get(place))) {
                    taken++;
                }
            }
            int at = place;
            if (taken == before && ladders.stream().allMatch(ladder -> at >= ladder.size())) {
                return;
            }
        }
    }
}
