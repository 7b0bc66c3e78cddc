package in.sauda.core.review;

/// How the review sorts signals (rules 2.6). Signals without data are not failures.
public enum Bucket {
    A("clean with a surge of volume"),
    B("clean"),
    C("choppy"),
    D("false"),
    U("not rated: no data");

    private final String meaning;

    Bucket(String meaning) {
        this.meaning = meaning;
    }

    static Bucket of(Observation observation) {
        return switch (observation.outcome()) {
            case CLEAN -> observation.surge() ? A : B;
            case CHOPPY -> C;
            case FALSE -> D;
            case NO_DATA -> U;
        };
    }

    public String meaning() {
        return meaning;
    }
}
