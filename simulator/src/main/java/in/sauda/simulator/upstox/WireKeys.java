package in.sauda.simulator.upstox;

import in.sauda.core.domain.Segment;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The contracts of the day under this broker's keys, symbols and ISINs (protocol 3.4). Immutable.
final class WireKeys {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd MMM uu", Locale.ENGLISH);
    private static final String CASH_SUFFIX = "-EQ";
    private static final long INDEX_TOKENS = 99_900_000;
    private static final Map<String, String> ISINS = Map.ofEntries(
            Map.entry("RELIANCE", "INE002A01018"),
            Map.entry("HDFCBANK", "INE040A01034"),
            Map.entry("ICICIBANK", "INE090A01021"),
            Map.entry("INFY", "INE009A01021"),
            Map.entry("TCS", "INE467B01029"),
            Map.entry("SBIN", "INE062A01020"),
            Map.entry("ITC", "INE154A01025"),
            Map.entry("TATASTEEL", "INE081A01020"),
            Map.entry("BHARTIARTL", "INE397D01024"),
            Map.entry("LT", "INE018A01030"));

    private final Map<String, Contract> byKey = new HashMap<>();
    private final IdentityHashMap<Contract, String> keys = new IdentityHashMap<>();

    WireKeys(ContractCatalog catalog) {
        catalog.all().forEach(contract -> {
            String key = make(contract);
            if (byKey.putIfAbsent(key, contract) == null) {
                keys.put(contract, key);
            }
        });
    }

    Optional<Contract> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /// @throws ApiError when nothing of that key is listed
    Contract required(String key) throws ApiError {
        return find(key).orElseThrow(() -> ApiError.bad("UDAPI100011", "Invalid Instrument key"));
    }

    /// Empty for a second listing under one key.
    Optional<String> key(Contract contract) {
        return Optional.ofNullable(keys.get(contract));
    }

    Map<String, Contract> all() {
        return byKey;
    }

    private static String make(Contract contract) {
        return segment(contract) + "|"
                + switch (contract.kind()) {
                    case INDEX -> contract.segment() == Segment.BSE ? contract.name() : contract.symbol();
                    case CASH -> cash(contract.segment()) ? isin(contract) : contract.token();
                    case FUTURE, OPTION -> contract.token();
                };
    }

    private static boolean cash(Segment segment) {
        return segment == Segment.NSE || segment == Segment.BSE;
    }

    static String segment(Contract contract) {
        boolean index = contract.kind() == Contract.Kind.INDEX;
        return switch (contract.segment()) {
            case NSE -> index ? "NSE_INDEX" : "NSE_EQ";
            case BSE -> index ? "BSE_INDEX" : "BSE_EQ";
            case NFO -> "NSE_FO";
            case BFO -> "BSE_FO";
            case CDS -> "NCD_FO";
            case BCD -> "BCD_FO";
            case MCX -> index ? "MCX_INDEX" : "MCX_FO";
            case NCO, NCDEX -> "NSE_COM";
        };
    }

    /// The short name of REST rows.
    static String exchange(Contract contract) {
        return contract.segment() == Segment.NCO ? "NSCOM" : contract.segment().name();
    }

    /// Real for the best-known shares, else made of the token; the last characters of a real one are 01 and a
    /// check.
    static String isin(Contract contract) {
        String name = symbol(contract);
        String known = ISINS.get(name);
        return known != null
                ? known
                : "INE"
                        + String.format(
                                Locale.ROOT,
                                "%06d",
                                Math.floorMod(contract.token().hashCode(), 1_000_000)) + "01"
                        + (contract.segment() == Segment.BSE ? "8" : "0");
    }

    static String symbol(Contract contract) {
        String symbol = contract.symbol();
        LocalDate expiry = contract.expiry();
        if (expiry == null) {
            if (contract.kind() == Contract.Kind.INDEX) {
                return contract.name();
            }
            return symbol.endsWith(CASH_SUFFIX) ? symbol.substring(0, symbol.length() - CASH_SUFFIX.length()) : symbol;
        }
        String day = DAY.format(expiry).toUpperCase(Locale.ENGLISH);
        if (contract.kind() == Contract.Kind.FUTURE) {
            return contract.name() + " FUT " + day;
        }
        String strike = java.math.BigDecimal.valueOf(contract.toRupees(contract.strike()))
                .stripTrailingZeros()
                .toPlainString();
        return contract.name() + " " + strike + " " + contract.optionType() + " " + day;
    }

    static String type(Contract contract) {
        return switch (contract.kind()) {
            case INDEX -> "INDEX";
            case FUTURE -> "FUT";
            case OPTION -> String.valueOf(contract.optionType());
            case CASH -> cash(contract.segment()) ? series(contract.symbol()) : "COM";
        };
    }

    private static String series(String symbol) {
        int hyphen = symbol.lastIndexOf('-');
        String series = hyphen < 0 ? "" : symbol.substring(hyphen + 1);
        return series.length() == 2 ? series : "A";
    }

    /// The other broker numbers indices from 99,900,000; the exchange from 26,000.
    static String exchangeToken(Contract contract) {
        if (contract.kind() != Contract.Kind.INDEX || !contract.token().matches("\\d{8,}")) {
            return contract.token();
        }
        return Long.toString(Math.floorMod(Long.parseLong(contract.token()), INDEX_TOKENS));
    }
}
