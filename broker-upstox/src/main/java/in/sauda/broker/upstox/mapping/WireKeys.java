package in.sauda.broker.upstox.mapping;

import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The broker's {@code instrument_key}: segment, bar, and what names an instrument inside it (protocol 3.4).
/// Shares go
/// by ISIN, contracts by the exchange's token, indices by their name in Mumbai's {@code symbol} or Delhi's words.
public final class WireKeys {
    private static final String BROKER = "upstox";

    private static final Map<String, Segment> SEGMENTS = Map.ofEntries(
            Map.entry("NSE_EQ", Segment.NSE),
            Map.entry("NSE_INDEX", Segment.NSE),
            Map.entry("BSE_EQ", Segment.BSE),
            Map.entry("BSE_INDEX", Segment.BSE),
            Map.entry("NSE_FO", Segment.NFO),
            Map.entry("BSE_FO", Segment.BFO),
            Map.entry("NCD_FO", Segment.CDS),
            Map.entry("BCD_FO", Segment.BCD),
            Map.entry("MCX_FO", Segment.MCX),
            Map.entry("MCX_INDEX", Segment.MCX),
            Map.entry("NSE_COM", Segment.NCO));

    private WireKeys() {}

    /// The key of an instrument, or empty when the broker has none for it: a share without an ISIN, or an
    /// index of
    /// another broker's master, whose words differ.
    public static Optional<String> of(Instrument instrument) {
        return switch (instrument.segment()) {
            case NSE, BSE -> cash(instrument);
            case NFO -> Optional.of("NSE_FO|" + instrument.token());
            case BFO -> Optional.of("BSE_FO|" + instrument.token());
            case CDS -> Optional.of("NCD_FO|" + instrument.token());
            case BCD -> Optional.of("BCD_FO|" + instrument.token());
            case NCO -> Optional.of("NSE_COM|" + instrument.token());
            case MCX ->
                instrument.category() == InstrumentCategory.INDEX
                        ? index("MCX_INDEX|", instrument.name(), instrument)
                        : Optional.of("MCX_FO|" + instrument.token());
            case NCDEX -> Optional.empty();
        };
    }

    private static Optional<String> cash(Instrument instrument) {
        String exchange = instrument.segment().name();
        if (instrument.category() == InstrumentCategory.INDEX) {
            boolean national = instrument.segment() == Segment.NSE;
            return index(exchange + "_INDEX|", national ? instrument.name() : instrument.symbol(), instrument);
        }
        return instrument.isin().isEmpty() ? Optional.empty() : Optional.of(exchange + "_EQ|" + instrument.isin());
    }

    private static Optional<String> index(String prefix, String name, Instrument instrument) {
        return instrument.broker().equals(BROKER) ? Optional.of(prefix + name) : Optional.empty();
    }

    /// The broker's name of a segment in which orders are taken, or empty where it takes none.
    public static Optional<String> traded(Segment segment) {
        return switch (segment) {
            case NSE -> Optional.of("NSE_EQ");
            case BSE -> Optional.of("BSE_EQ");
            case NFO -> Optional.of("NSE_FO");
            case BFO -> Optional.of("BSE_FO");
            case CDS -> Optional.of("NCD_FO");
            case BCD -> Optional.of("BCD_FO");
            case MCX -> Optional.of("MCX_FO");
            case NCO -> Optional.of("NSE_COM");
            case NCDEX -> Optional.empty();
        };
    }

    /// Our segment for the part of a key before the bar.
    public static Optional<Segment> segment(String wireSegment) {
        return Optional.ofNullable(SEGMENTS.get(wireSegment));
    }

    /// Our segment of a whole key.
    public static Optional<Segment> segmentOf(String key) {
        int bar = key.indexOf('|');
        return bar < 0 ? Optional.empty() : segment(key.substring(0, bar));
    }

    /// What stands behind the bar; the whole text when there is none.
    public static String identifier(String key) {
        return key.substring(key.indexOf('|') + 1);
    }

    /// True when what stands behind the bar is the exchange's own token.
    public static boolean namedByToken(String key) {
        String segment = key.substring(0, Math.max(0, key.indexOf('|'))).toUpperCase(Locale.ROOT);
        return !segment.endsWith("_EQ") && !segment.endsWith("_INDEX");
    }
}
