package in.sauda.broker.angelone.master;

import in.sauda.core.instruments.InstrumentCategory;
import java.util.Locale;

/// The master's instrument type as one of our seven categories.
///
/// Prefixes instead of a closed list, because the list has grown over the years: an {@code OPTCOM} of tomorrow is an
/// option. The empty type covers everything traded in the cash segments. Source: the notes' lists and the real files.
final class AngelOneMasterCategories {
    private AngelOneMasterCategories() {}

    static InstrumentCategory of(String instrumentType) {
        String type = instrumentType.toUpperCase(Locale.ROOT);
        if (type.isEmpty() || type.equals("EQ") || type.equals("EQUITY")) {
            return InstrumentCategory.EQUITY;
        }
        if (type.startsWith("OPT")) {
            return InstrumentCategory.OPTIONS;
        }
        if (type.startsWith("FUT")) {
            return InstrumentCategory.FUTURES;
        }
        return underlying(type);
    }

    private static InstrumentCategory underlying(String type) {
        if (type.equals("INDEX") || type.endsWith("IDX")) {
            return InstrumentCategory.INDEX;
        }
        if (type.equals("UNDCUR") || type.startsWith("UNDIR")) {
            return InstrumentCategory.CURRENCY;
        }
        if (type.startsWith("COM") || type.equals("UNDCOM") || type.equals("AUCSO")) {
            return InstrumentCategory.COMMODITY;
        }
        return InstrumentCategory.OTHER;
    }
}
