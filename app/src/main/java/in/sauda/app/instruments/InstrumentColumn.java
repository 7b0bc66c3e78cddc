package in.sauda.app.instruments;

import in.sauda.core.domain.FixedPoint;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.Instrument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column of the instrument table.
///
/// @param number right-aligned
/// @param order of the instruments when sorted by it, ascending
record InstrumentColumn(
        String title, double width, boolean number, Function<Instrument, String> text, Comparator<Instrument> order) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MMM-uuuu", Locale.ENGLISH);

    static final InstrumentColumn SYMBOL =
            words("Symbol", 190, Instrument::symbol, Comparator.comparing(Instrument::symbol));
    static final InstrumentColumn STRIKE = number(
            "Strike",
            84,
            InstrumentColumn::strike,
            Comparator.comparing(InstrumentColumn::strikeRupees, Comparator.nullsLast(Comparator.naturalOrder())));

    /// All of them, from left to right.
    static final List<InstrumentColumn> ALL = List.of(
            SYMBOL,
            words("Name", 110, Instrument::name, Comparator.comparing(Instrument::name)),
            words("Segment", 62, one -> one.segment().name(), Comparator.comparing(Instrument::segment)),
            number(
                    "Token",
                    84,
                    Instrument::token,
                    Comparator.comparingInt(InstrumentColumn::tokenLength).thenComparing(Instrument::token)),
            words("Category", 80, one -> words(one.category().name()), Comparator.comparing(Instrument::category)),
            words("Type", 66, Instrument::type, Comparator.comparing(Instrument::type)),
            number(
                    "Expiry",
                    90,
                    InstrumentColumn::expiry,
                    Comparator.comparing(Instrument::expiry, Comparator.nullsLast(Comparator.naturalOrder()))),
            STRIKE,
            words(
                    "C/P",
                    40,
                    InstrumentColumn::option,
                    Comparator.comparing(Instrument::optionType, Comparator.nullsLast(Comparator.naturalOrder()))),
            number("Lot", 54, one -> IndianNumbers.units(one.lotSize()), Comparator.comparingInt(Instrument::lotSize)),
            number("Tick", 56, InstrumentColumn::tick, Comparator.comparing(one -> one.rupees(one.tickSize()))),
            number("Freeze", 66, InstrumentColumn::freeze, Comparator.comparingLong(Instrument::freezeQuantity)));

    private static InstrumentColumn words(
            String title, double width, Function<Instrument, String> text, Comparator<Instrument> order) {
        return new InstrumentColumn(title, width, false, text, order);
    }

    private static InstrumentColumn number(
            String title, double width, Function<Instrument, String> text, Comparator<Instrument> order) {
        return new InstrumentColumn(title, width, true, text, order);
    }

    private static @Nullable BigDecimal strikeRupees(Instrument instrument) {
        return instrument.strike() == 0 ? null : instrument.rupees(instrument.strike());
    }

    String text(Instrument instrument) {
        return text.apply(instrument);
    }

    /// Tokens are numbers almost everywhere, so the shorter one is the smaller one.
    private static int tokenLength(Instrument instrument) {
        return instrument.token().length();
    }

    static String words(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    static String expiry(Instrument instrument) {
        LocalDate expiry = instrument.expiry();
        return expiry == null ? IndianNumbers.UNKNOWN : DAY.format(expiry);
    }

    static String strike(Instrument instrument) {
        return instrument.strike() == 0
                ? IndianNumbers.UNKNOWN
                : IndianNumbers.strike(instrument.strike(), instrument.segment());
    }

    private static String option(Instrument instrument) {
        return instrument.optionType() == null ? "" : instrument.optionType().name();
    }

    /// All decimals the step has, at least two: 0.05, 0.0025.
    static String tick(Instrument instrument) {
        if (instrument.tickSize() == 0) {
            return IndianNumbers.UNKNOWN;
        }
        BigDecimal rupees = FixedPoint.toRupees(instrument.tickSize(), instrument.priceDecimals());
        return rupees.setScale(Math.max(2, rupees.stripTrailingZeros().scale())).toPlainString();
    }

    static String freeze(Instrument instrument) {
        return instrument.freezeQuantity() == 0
                ? IndianNumbers.UNKNOWN
                : IndianNumbers.units(instrument.freezeQuantity());
    }
}
