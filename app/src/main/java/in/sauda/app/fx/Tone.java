package in.sauda.app.fx;

/// What a text means, for its colour. Colour never stands alone: signs, arrows or words say the same.
public enum Tone {
    NEUTRAL("neutral"),
    UP("up"),
    DOWN("down"),
    BUY("buy"),
    SELL("sell"),
    GOOD("good"),
    WARNING("warning"),
    DANGER("danger"),
    MUTED("muted");

    private final String pseudoClass;

    Tone(String pseudoClass) {
        this.pseudoClass = pseudoClass;
    }

    /// Name of the CSS pseudo-class.
    public String pseudoClass() {
        return pseudoClass;
    }

    /// Up for positive, down for negative numbers.
    public static Tone ofSign(long number) {
        if (number == 0) {
            return NEUTRAL;
        }
        return number > 0 ? UP : DOWN;
    }
}
