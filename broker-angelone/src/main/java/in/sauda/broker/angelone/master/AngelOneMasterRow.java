package in.sauda.broker.angelone.master;

import java.util.Set;

/// The fields of one master row as they stand in the file, trimmed; absent ones are empty. Reused row after row.
final class AngelOneMasterRow {
    static final Set<String> FIELDS = Set.of(
            "token",
            "symbol",
            "name",
            "expiry",
            "strike",
            "lotsize",
            "instrumenttype",
            "exch_seg",
            "tick_size",
            "freeze_qty",
            "is_cas_enabled");

    String token = "";
    String symbol = "";
    String name = "";
    String expiry = "";
    String strike = "";
    String lotSize = "";
    String instrumentType = "";
    String exchangeSegment = "";
    String tickSize = "";
    String freezeQuantity = "";
    String closingAuction = "";

    void set(String field, String text) {
        // Some values of older files carry trailing blanks: "COM   ".
        String value = text.strip();
        switch (field) {
            case "token" -> token = value;
            case "symbol" -> symbol = value;
            case "name" -> name = value;
            case "expiry" -> expiry = value;
            case "strike" -> strike = value;
            case "lotsize" -> lotSize = value;
            case "instrumenttype" -> instrumentType = value;
            case "exch_seg" -> exchangeSegment = value;
            case "tick_size" -> tickSize = value;
            case "freeze_qty" -> freezeQuantity = value;
            case "is_cas_enabled" -> closingAuction = value;
            default -> throw new IllegalArgumentException(field);
        }
    }

    void clear() {
        FIELDS.forEach(field -> set(field, ""));
    }
}
