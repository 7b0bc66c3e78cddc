package in.sauda.core.instruments.search;

import in.sauda.core.domain.FixedPoint;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.search.ContractFilter.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// All futures and options, grouped by underlying, each group in the order expiry, future before option, strike, type.
///
/// Primitive columns: a query walks thousands of contracts per keystroke.
final class ContractTable {
    static final int FUTURE = 0;
    static final int CALL = 1;
    static final int PUT = 2;

    /// Contracts of one underlying in one segment of one broker.
    record Group(String broker, String segment, String name, int from, int until) {}

    private final List<Group> groups = new ArrayList<>();
    private final int[] instruments;
    private final int[] expiryDays;
    private final int[] expiryDates;
    private final long[] strikes;
    private final long[] scales;
    private final byte[] kinds;
    private final boolean[] thin;

    /// @param all every instrument
    /// @param contracts indexes into it of those with an expiry
    ContractTable(List<Instrument> all, List<Integer> contracts) {
        int size = contracts.size();
        instruments = new int[size];
        expiryDays = new int[size];
        expiryDates = new int[size];
        strikes = new long[size];
        scales = new long[size];
        kinds = new byte[size];
        thin = new boolean[size];
        int at = 0;
        for (List<Integer> group : grouped(all, contracts)) {
            Instrument first = all.get(group.getFirst());
            groups.add(new Group(first.broker(), first.segment().name(), first.name(), at, at + group.size()));
            for (int instrument : group) {
                put(at++, instrument, all.get(instrument));
            }
        }
    }

    private void put(int at, int index, Instrument instrument) {
        LocalDate expiry = Objects.requireNonNull(instrument.expiry());
        instruments[at] = index;
        expiryDays[at] = Math.toIntExact(expiry.toEpochDay());
        expiryDates[at] = (expiry.getYear() * 100 + expiry.getMonthValue()) * 100 + expiry.getDayOfMonth();
        strikes[at] = instrument.strike();
        scales[at] = FixedPoint.scale(instrument.priceDecimals());
        thin[at] = instrument.segment() == Segment.BCD;
        OptionType optionType = instrument.optionType();
        kinds[at] = (byte) (optionType == null ? FUTURE : optionType == OptionType.CE ? CALL : PUT);
    }

    /// Groups in the order they are searched when no name was typed: by segment, then the busiest underlying first.
    private static List<List<Integer>> grouped(List<Instrument> all, List<Integer> contracts) {
        Map<List<Object>, List<Integer>> groups = new HashMap<>();
        for (int contract : contracts) {
            Instrument instrument = all.get(contract);
            groups.computeIfAbsent(
                            List.of(instrument.segment(), instrument.name(), instrument.broker()),
                            key -> new ArrayList<>())
                    .add(contract);
        }
        Comparator<Integer> inGroup = Comparator.comparing(
                        (Integer index) -> Objects.requireNonNull(all.get(index).expiry()))
                .thenComparing(index -> all.get(index).optionType() != null)
                .thenComparingLong(index -> all.get(index).strike())
                .thenComparing(index -> all.get(index).optionType() == OptionType.PE)
                .thenComparingInt(index -> index);
        List<List<Integer>> ordered = new ArrayList<>(groups.values());
        ordered.forEach(group -> group.sort(inGroup));
        ordered.sort(Comparator.comparing(
                        (List<Integer> group) -> all.get(group.getFirst()).segment())
                .thenComparingInt(group -> -group.size())
                .thenComparing(group -> all.get(group.getFirst()).name())
                .thenComparingInt(List::getFirst));
        return ordered;
    }

    List<Group> groups() {
        return groups;
    }

    int instrument(int contract) {
        return instruments[contract];
    }

    boolean matches(int contract, ContractFilter filter) {
        if (!filter.kindMatches(kinds[contract])) {
            return false;
        }
        int date = expiryDates[contract];
        if (!filter.dateMatches(date / 10_000, date / 100 % 100, date % 100)) {
            return false;
        }
        StrikePrefix strike = filter.strike();
        return strike == null || (kinds[contract] != FUTURE && strike.matches(strikes[contract], scales[contract]));
    }

    /// Order among contracts of one text class in 56 bits: exact strike, not expired, future, expiry, strike,
    /// call, and of two that are alike NSE's currency before BSE's.
    long rank(int contract, ContractFilter filter, long today) {
        StrikePrefix strike = filter.strike();
        boolean exact = strike == null || strike.equalTo(strikes[contract], scales[contract]);
        boolean future = kinds[contract] == FUTURE && filter.kind() != Kind.OPTION;
        long rank = exact ? 0 : 1;
        rank = rank << 1 | (expiryDays[contract] >= today ? 0 : 1);
        rank = rank << 1 | (future ? 0 : 1);
        rank = rank << 17 | Math.min(Math.max(expiryDays[contract], 0), (1 << 17) - 1);
        rank = rank << 34 | Math.min(strikes[contract], (1L << 34) - 1);
        rank = rank << 1 | (kinds[contract] == PUT ? 1 : 0);
        return rank << 1 | (thin[contract] ? 1 : 0);
    }
}
