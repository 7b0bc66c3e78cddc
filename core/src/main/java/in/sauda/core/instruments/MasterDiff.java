package in.sauda.core.instruments;

import in.sauda.core.domain.FixedPoint;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.InstrumentKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Compares two versions of one master.
///
/// An instrument is known again by its key. Tokens are used again after an expiry, so a contract whose expiry, strike
/// or option type differs is another one: the old one has expired and the new one is new.
final class MasterDiff {
    private final LocalDate day;
    private final List<InstrumentChange> changes = new ArrayList<>();

    private MasterDiff(LocalDate day) {
        this.day = day;
    }

    /// All differences, by kind and then by symbol.
    ///
    /// @param day the trading day of the newer version; a contract that expired before it has not simply vanished
    static List<InstrumentChange> between(List<Instrument> before, List<Instrument> after, LocalDate day) {
        MasterDiff diff = new MasterDiff(day);
        diff.compare(before, after);
        diff.changes.sort(Comparator.comparing(InstrumentChange::kind).thenComparing(InstrumentChange::symbol));
        return List.copyOf(diff.changes);
    }

    private void compare(List<Instrument> before, List<Instrument> after) {
        Map<InstrumentKey, Instrument> old = HashMap.newHashMap(before.size());
        before.forEach(instrument -> old.put(instrument.key(), instrument));
        for (Instrument now : after) {
            Instrument then = old.remove(now.key());
            if (then == null) {
                appeared(now);
            } else if (sameContract(then, now)) {
                changed(then, now);
            } else {
                vanished(then);
                appeared(now);
            }
        }
        old.values().forEach(this::vanished);
    }

    private static boolean sameContract(Instrument then, Instrument now) {
        return Objects.equals(then.expiry(), now.expiry())
                && then.strike() == now.strike()
                && then.optionType() == now.optionType();
    }

    private void appeared(Instrument instrument) {
        add(ChangeKind.NEW, instrument, "", InstrumentWords.full(instrument));
    }

    private void vanished(Instrument instrument) {
        LocalDate expiry = instrument.expiry();
        boolean expired = expiry != null && expiry.isBefore(day);
        add(expired ? ChangeKind.EXPIRED : ChangeKind.GONE, instrument, InstrumentWords.full(instrument), "");
    }

    private void changed(Instrument then, Instrument now) {
        if (then.lotSize() != now.lotSize()) {
            add(ChangeKind.LOT, now, IndianNumbers.units(then.lotSize()), IndianNumbers.units(now.lotSize()));
        }
        if (then.tickSize() != now.tickSize()) {
            add(ChangeKind.TICK, now, tick(then), tick(now));
        }
        if (then.freezeQuantity() != now.freezeQuantity()) {
            add(ChangeKind.FREEZE, now, known(then.freezeQuantity()), known(now.freezeQuantity()));
        }
        if (!then.symbol().equals(now.symbol())) {
            add(ChangeKind.SYMBOL, now, then.symbol(), now.symbol());
        }
    }

    /// All decimals a tick has and no more: 0.05, 0.0025.
    private static String tick(Instrument instrument) {
        if (instrument.tickSize() <= 0) {
            return IndianNumbers.UNKNOWN;
        }
        return FixedPoint.toRupees(instrument.tickSize(), instrument.priceDecimals())
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String known(long quantity) {
        return quantity > 0 ? IndianNumbers.units(quantity) : IndianNumbers.UNKNOWN;
    }

    private void add(ChangeKind kind, Instrument instrument, String before, String after) {
        changes.add(new InstrumentChange(kind, instrument.key(), instrument.symbol(), before, after));
    }
}
