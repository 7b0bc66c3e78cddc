package in.sauda.core.replay;

/// What can be wrong with a row of a tick file. What the engine itself finds wrong (repeats, ticks out of order,
/// volume taken back) it counts itself.
public enum TickDirt {
    UNREADABLE("cannot be read; left out"),
    WRONG_DAY("stamped with another day than the one it was recorded on; left out"),
    NO_PRICE("without a positive price; left out"),
    MISPLACED("more than five minutes behind ticks that stand before it; put in order");

    private final String sentence;

    TickDirt(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
