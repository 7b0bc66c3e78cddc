package in.sauda.core.candlefile;

/// What can be wrong with a row of a candle file, and what is done about it.
public enum Dirt {
    UNREADABLE("cannot be read; left out"),
    CONTRADICTORY("prices are not positive or open and close lie outside high and low; left out"),
    NEGATIVE_VOLUME("negative volume; left out"),
    NO_VOLUME("volume is missing; treated as unknown"),
    SHORT_ROW("fewer cells than the first line; read"),
    FINE_PRICE("price finer than the segment's unit; rounded half up"),
    SECONDS("stamp inside a minute; taken as the minute it lies in"),
    OUT_OF_ORDER("older than the row before; put in order"),
    REPEATED("the same candle again; used once"),
    CONFLICTING("another candle of the same minute follows; the last one is used"),
    OUTSIDE_SESSION("outside the session's continuous trading; kept out"),
    CLOSED_DAY("on a day without trading in the calendar; used with the usual hours"),
    MISSING_MINUTE("a minute of the session has no candle");

    private final String sentence;

    Dirt(String sentence) {
        this.sentence = sentence;
    }

    /// What is wrong and what is done, without the row.
    public String sentence() {
        return sentence;
    }
}
