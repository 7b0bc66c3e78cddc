package in.sauda.core.journal;

/// What a record of the journal holds. The numbers are on disk and never change.
enum RecordType {
    /// Records are missing before this one.
    GAP(JournalWriter.GAP),
    /// The clocks moved: monotonic nanoseconds.
    TIME(1),
    /// An index and its instrument, before its first use.
    INSTRUMENT(2),
    MARKET(3),
    CANDLES(4),
    RECONNECTED(5),
    WARM(6),
    CLOSING(7),
    TRACK(8),
    /// A new engine begins: what it knew is gone, and indexes are given anew.
    START(9),
    SUSPECT(10),
    /// How an instance of a strategy is run from now on, as text.
    STRATEGY(11),
    STRATEGY_REMOVED(12),
    /// Which instruments strategies judge from now on: keys, one a line.
    UNIVERSE(13),
    TIMER(14),
    /// Options an instance of a strategy asked for: its id, then the index of the underlying and of each option.
    CONTRACTS(15),
    /// An index and the future whose volume its VWAP takes.
    LEND(16);

    private final byte code;

    RecordType(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    /// @throws IllegalArgumentException when this version knows no such record
    static RecordType of(byte code) {
        for (RecordType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "The journal holds records of kind " + code + ", which this version does not know.");
    }
}
