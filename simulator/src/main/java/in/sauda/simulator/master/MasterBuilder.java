package in.sauda.simulator.master;

import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Collects contracts and gives out tokens and symbols in the grammar of each segment.
final class MasterBuilder {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("ddMMMuu", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR_MONTH = DateTimeFormatter.ofPattern("uuMMM", Locale.ENGLISH);
    private static final String BSE_WEEKLY_MONTHS = "123456789OND";

    private final List<Contract> contracts = new ArrayList<>(120_000);
    private final Map<Segment, Integer> nextToken = new EnumMap<>(Segment.class);

    MasterBuilder() {
        nextToken.put(Segment.NFO, 35_000);
        nextToken.put(Segment.BFO, 820_000);
        nextToken.put(Segment.MCX, 440_000);
        nextToken.put(Segment.CDS, 1_000);
        nextToken.put(Segment.BSE, 543_000);
        nextToken.put(Segment.NSE, 760_000);
    }

    List<Contract> contracts() {
        return contracts;
    }

    void index(Segment segment, String token, String symbol, String name) {
        contracts.add(new Contract(
                segment, token, symbol, name, Contract.Kind.INDEX, "AMXIDX", null, 0, null, 1, 5, 0, false));
    }

    void cash(Segment segment, String token, String symbol, String name, int lot, long tick, long freeze, boolean cas) {
        contracts.add(new Contract(
                segment, token, symbol, name, Contract.Kind.CASH, "", null, 0, null, lot, tick, freeze, cas));
    }

    void future(
            Segment segment, String name, String type, LocalDate expiry, int lot, long tick, long freeze, boolean cas) {
        contracts.add(new Contract(
                segment,
                newToken(segment),
                futureSymbol(segment, name, expiry),
                name,
                Contract.Kind.FUTURE,
                type,
                expiry,
                0,
                null,
                lot,
                tick,
                freeze,
                cas));
    }

    /// A call and a put at each strike.
    ///
    /// @param weekly true where the expiry is not the month's last, which BSE symbols show
    void options(
            Segment segment,
            String name,
            String type,
            LocalDate expiry,
            boolean weekly,
            List<Long> strikesPaise,
            int lot,
            long tick,
            long freeze,
            boolean cas) {
        String stem = optionStem(segment, name, expiry, weekly);
        long unit = segment.currency() ? 100_000 : 1;
        for (long strike : strikesPaise) {
            String strikeText = stem + StrikeLadder.text(strike);
            for (OptionType side : OptionType.values()) {
                contracts.add(new Contract(
                        segment,
                        newToken(segment),
                        strikeText + side,
                        name,
                        Contract.Kind.OPTION,
                        type,
                        expiry,
                        strike * unit,
                        side,
                        lot,
                        tick,
                        freeze,
                        cas));
            }
        }
    }

    String newToken(Segment segment) {
        return Integer.toString(nextToken.merge(segment, 1, Integer::sum));
    }

    private static String futureSymbol(Segment segment, String name, LocalDate expiry) {
        return switch (segment) {
            case BFO, CDS, BCD -> name + upper(YEAR_MONTH, expiry) + "FUT";
            case NSE, BSE, NFO, MCX, NCDEX, NCO -> name + upper(DAY, expiry) + "FUT";
        };
    }

    private static String optionStem(Segment segment, String name, LocalDate expiry, boolean weekly) {
        return switch (segment) {
            case CDS, BCD -> name + upper(YEAR_MONTH, expiry);
            case BFO ->
                weekly
                        ? name
                                + expiry.getYear() % 100
                                + BSE_WEEKLY_MONTHS.charAt(expiry.getMonthValue() - 1)
                                + (expiry.getDayOfMonth() < 10 ? "0" : "")
                                + expiry.getDayOfMonth()
                        : name + upper(YEAR_MONTH, expiry);
            case NSE, BSE, NFO, MCX, NCDEX, NCO -> name + upper(DAY, expiry);
        };
    }

    private static String upper(DateTimeFormatter format, LocalDate date) {
        return format.format(date).toUpperCase(Locale.ENGLISH);
    }
}
