package in.sauda.core.domain;

/// Call or put, under the exchange's abbreviations.
public enum OptionType {
    CE("Call"),
    PE("Put");

    private final String words;

    OptionType(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
