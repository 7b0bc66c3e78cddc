package in.sauda.core.alerts;

/// How often an alert fires.
public enum AlertRepeat {
    ONCE("Once", "Fires once and rests."),
    EVERY_TIME("Every time", "Fires each time the condition comes true anew, at most once a minute."),
    COOL_DOWN("With cool-down", "Fires while the condition holds, again after the cool-down.");

    private final String title;
    private final String meaning;

    AlertRepeat(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    public String title() {
        return title;
    }

    /// One sentence for people.
    public String meaning() {
        return meaning;
    }
}
