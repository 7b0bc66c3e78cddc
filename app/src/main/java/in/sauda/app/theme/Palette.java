package in.sauda.app.theme;

/// Which two colours mean up and down.
public enum Palette {
    /// Green and red, the Indian habit.
    CLASSIC("classic"),
    /// Blue #0072B2 and orange #E69F00 of Okabe and Ito, told apart with every common colour blindness.
    COLOUR_BLIND("colour-blind");

    private final String id;

    Palette(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /// The palette of that name; classic for a name nobody knows.
    public static Palette of(String id) {
        return COLOUR_BLIND.id.equals(id) ? COLOUR_BLIND : CLASSIC;
    }

    public Palette other() {
        return this == CLASSIC ? COLOUR_BLIND : CLASSIC;
    }
}
