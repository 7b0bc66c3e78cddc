package in.sauda.core.candlefile;

import in.sauda.core.candles.CandleArray;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Makes an instrument of a file's symbol: files name contracts, but have no master.
final class InstrumentGuess {
    private static final Map<String, Segment> KEYS = Map.of(
            "NSE_EQ", Segment.NSE,
            "BSE_EQ", Segment.BSE,
            "NSE_INDEX", Segment.NSE,
            "BSE_INDEX", Segment.BSE,
            "NSE_FO", Segment.NFO,
            "BSE_FO", Segment.BFO,
            "MCX_FO", Segment.MCX,
            "NCD_FO", Segment.CDS);
    private static final Pattern OPTION = Pattern.compile(".*(\\d(CE|PE)|\\b(CE|PE)\\b).*");
    private static final Pattern FUTURE = Pattern.compile(".*(FUT\\b|FUT$|[-_](F\\d|[123]M|I{1,3})$).*");

    private InstrumentGuess() {}

    static Instrument of(String symbol, String key, InstrumentKind kind, CandleArray candles) {
        InstrumentKind what = kind == InstrumentKind.AUTO ? guess(symbol, key, candles) : kind;
        String prefix = prefix(key);
        Segment segment = KEYS.getOrDefault(
                prefix, what == InstrumentKind.FUTURE || what == InstrumentKind.OPTION ? Segment.NFO : Segment.NSE);
        return new Instrument(
                "file",
                new InstrumentKey(segment, symbol),
                symbol,
                symbol,
                "",
                category(what),
                null,
                0,
                null,
                1,
                5,
                0,
                false);
    }

    private static InstrumentCategory category(InstrumentKind kind) {
        return switch (kind) {
            case FUTURE -> InstrumentCategory.FUTURES;
            case OPTION -> InstrumentCategory.OPTIONS;
            case INDEX -> InstrumentCategory.INDEX;
            case EQUITY, AUTO -> InstrumentCategory.EQUITY;
        };
    }

    private static String prefix(String key) {
        int bar = key.indexOf('|');
        return bar < 0 ? "" : key.substring(0, bar).toUpperCase(Locale.ROOT);
    }

    private static InstrumentKind guess(String symbol, String key, CandleArray candles) {
        String name = symbol.toUpperCase(Locale.ROOT);
        String prefix = prefix(key);
        if (prefix.endsWith("_EQ")) {
            return InstrumentKind.EQUITY;
        }
        if (prefix.endsWith("_INDEX")) {
            return InstrumentKind.INDEX;
        }
        if (OPTION.matcher(name).matches()) {
            return InstrumentKind.OPTION;
        }
        if (FUTURE.matcher(name).matches() || prefix.endsWith("_FO")) {
            return InstrumentKind.FUTURE;
        }
        return traded(candles) ? InstrumentKind.EQUITY : InstrumentKind.INDEX;
    }

    private static boolean traded(CandleArray candles) {
        for (int i = 0; i < candles.size(); i++) {
            if (candles.volume(i) > 0) {
                return true;
            }
        }
        return false;
    }
}
