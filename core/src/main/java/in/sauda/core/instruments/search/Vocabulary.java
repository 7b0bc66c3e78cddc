package in.sauda.core.instruments.search;

import in.sauda.core.instruments.search.ContractFilter.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words traders type that are not part of a name.
final class Vocabulary {
    /// Short forms of the index underlyings, as spoken on the floor.
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("BN", "BANKNIFTY"),
            Map.entry("BNF", "BANKNIFTY"),
            Map.entry("BNIFTY", "BANKNIFTY"),
            Map.entry("NF", "NIFTY"),
            Map.entry("FN", "FINNIFTY"),
            Map.entry("FNF", "FINNIFTY"),
            Map.entry("FINN", "FINNIFTY"),
            Map.entry("MIDCP", "MIDCPNIFTY"),
            Map.entry("MIDCAP", "MIDCPNIFTY"),
            Map.entry("MIDNIFTY", "MIDCPNIFTY"),
            Map.entry("SX", "SENSEX"),
            Map.entry("RIL", "RELIANCE"),
            Map.entry("VIX", "INDIAVIX"));

    private static final List<String> MONTHS = List.of(
            "JANUARY",
            "FEBRUARY",
            "MARCH",
            "APRIL",
            "MAY",
            "JUNE",
            "JULY",
            "AUGUST",
            "SEPTEMBER",
            "OCTOBER",
            "NOVEMBER",
            "DECEMBER");

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("FUT", Kind.FUTURE),
            Map.entry("FUTURE", Kind.FUTURE),
            Map.entry("FUTURES", Kind.FUTURE),
            Map.entry("OPT", Kind.OPTION),
            Map.entry("OPTION", Kind.OPTION),
            Map.entry("OPTIONS", Kind.OPTION),
            Map.entry("CE", Kind.CALL),
            Map.entry("CALL", Kind.CALL),
            Map.entry("CALLS", Kind.CALL),
            Map.entry("PE", Kind.PUT),
            Map.entry("PUT", Kind.PUT),
            Map.entry("PUTS", Kind.PUT));

    private static final List<String> KIND_PREFIXES = List.of("FUT", "OPT", "CE", "CALL", "PE", "PUT");

    private Vocabulary() {}

    static @Nullable String alias(String token) {
        return ALIASES.get(token);
    }

    static @Nullable Kind kind(String token) {
        return KINDS.get(token);
    }

    /// The kind a token is the beginning of: {@code C}, {@code FU}.
    static @Nullable Kind kindBegunBy(String token) {
        return KIND_PREFIXES.stream()
                .filter(word -> word.startsWith(token))
                .findFirst()
                .map(KINDS::get)
                .orElse(null);
    }

    /// The month of three or more letters as a bit, 0 where the token is no month.
    static int month(String token) {
        return token.length() < 3 ? 0 : monthsBegunBy(token);
    }

    /// All months a token is the beginning of, as bits: {@code J} is January, June, July.
    static int monthsBegunBy(String token) {
        int bits = 0;
        for (int month = 1; month <= MONTHS.size(); month++) {
            String name = MONTHS.get(month - 1);
            if (name.startsWith(token) || (month == 9 && token.equals("SEPT"))) {
                bits |= 1 << month;
            }
        }
        return bits;
    }
}
