package in.sauda.broker.upstox.master;

import java.util.Set;

/// The fields of one row as they stand in the file; absent ones are empty. Reused row after row.
final class UpstoxMasterRow {
    static final Set<String> FIELDS = Set.of(
            "segment",
            "exchange_token",
            "trading_symbol",
            "name",
            "underlying_symbol",
            "instrument_type",
            "expiry",
            "strike_price",
            "lot_size",
            "tick_size",
            "freeze_quantity",
            "cas_eligible",
            "isin");

    String segment = "";
    String exchangeToken = "";
    String tradingSymbol = "";
    String name = "";
    String underlyingSymbol = "";
    String instrumentType = "";
    String expiry = "";
    String strikePrice = "";
    String lotSize = "";
    String tickSize = "";
    String freezeQuantity = "";
    String closingAuction = "";
    String isin = "";

    void set(String field, String text) {
        String value = text.strip();
        switch (field) {
            case "segment" -> segment = value;
            case "exchange_token" -> exchangeToken = value;
            case "trading_symbol" -> tradingSymbol = value;
            case "name" -> name = value;
            case "underlying_symbol" -> underlyingSymbol = value;
            case "instrument_type" -> instrumentType = value;
            case "expiry" -> expiry = value;
            case "strike_price" -> strikePrice = value;
            case "lot_size" -> lotSize = value;
            case "tick_size" -> tickSize = value;
            case "freeze_quantity" -> freezeQuantity = value;
            case "cas_eligible" -> closingAuction = value;
            case "isin" -> isin = value;
            default -> throw new IllegalArgumentException(field);
        }
    }

    void clear() {
        FIELDS.forEach(field -> set(field, ""));
    }
}
