package in.sauda.broker.angelone.stream;

/// Offsets and lengths of the smart-stream packets, little endian, one packet per binary frame.
///
/// Source: Angel One SmartAPI WebSocket V2; the official Java, Python and JavaScript clients agree on every
/// offset.
final class FrameLayout {
    static final int MODE_LTP = 1;
    static final int MODE_QUOTE = 2;
    static final int MODE_SNAP_QUOTE = 3;
    /// Discontinued on 25 April 2025; seen in old captures only.
    static final int MODE_DEPTH_20 = 4;

    static final int LTP_LENGTH = 51;
    static final int QUOTE_LENGTH = 123;
    static final int SNAP_QUOTE_LENGTH = 379;
    static final int DEPTH_20_LENGTH = 443;

    static final int MODE = 0;
    static final int EXCHANGE_TYPE = 1;
    static final int TOKEN = 2;
    static final int TOKEN_LENGTH = 25;
    static final int SEQUENCE = 27;
    /// Epoch milliseconds UTC.
    static final int EXCHANGE_TIME = 35;
    static final int LAST_PRICE = 43;

    static final int LAST_QUANTITY = 51;
    static final int AVERAGE_PRICE = 59;
    static final int VOLUME = 67;
    /// IEEE double among integers.
    static final int TOTAL_BUY = 75;
    /// IEEE double among integers.
    static final int TOTAL_SELL = 83;

    static final int OPEN = 91;
    static final int HIGH = 99;
    static final int LOW = 107;
    static final int CLOSE = 115;

    /// Epoch seconds UTC, unlike the exchange time.
    static final int LAST_TRADE_TIME = 123;

    static final int OPEN_INTEREST = 131;
    /// IEEE double.
    static final int OPEN_INTEREST_CHANGE = 139;

    static final int BEST_FIVE = 147;
    static final int BEST_FIVE_ENTRIES = 10;
    static final int LEVEL_LENGTH = 20;
    static final int LEVEL_FLAG = 0;
    static final int LEVEL_QUANTITY = 2;
    static final int LEVEL_PRICE = 10;
    static final int LEVEL_ORDERS = 18;
    static final short FLAG_BUY = 1;
    static final short FLAG_SELL = 0;

    static final int UPPER_CIRCUIT = 347;
    static final int LOWER_CIRCUIT = 355;
    static final int YEAR_HIGH = 363;
    static final int YEAR_LOW = 371;

    static final int DEPTH_20_EXCHANGE_TIME = 27;
    static final int DEPTH_20_RECEIVED_TIME = 35;
    static final int DEPTH_20_BUYS = 43;
    static final int DEPTH_20_SELLS = 243;
    static final int DEPTH_20_LEVELS = 20;
    static final int DEPTH_20_LEVEL_LENGTH = 10;
    static final int DEPTH_20_LEVEL_PRICE = 4;
    static final int DEPTH_20_LEVEL_ORDERS = 8;

    private FrameLayout() {}

    /// Length of a packet of that mode, or -1 for a mode that does not exist.
    static int length(int mode) {
        return switch (mode) {
            case MODE_LTP -> LTP_LENGTH;
            case MODE_QUOTE -> QUOTE_LENGTH;
            case MODE_SNAP_QUOTE -> SNAP_QUOTE_LENGTH;
            case MODE_DEPTH_20 -> DEPTH_20_LENGTH;
            default -> -1;
        };
    }
}
