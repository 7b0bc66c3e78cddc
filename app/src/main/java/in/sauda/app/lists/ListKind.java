package in.sauda.app.lists;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the members of a list are found.
enum ListKind {
    INDEX("Index", "The shares of a file as NSE publishes it (NIFTY 50, Midcap, Smallcap); import one."),
    TOP_VOLUME("Top volume", "The most traded of the shares that are streamed."),
    NEAR_MONEY("Near the money", "Calls and puts around the price of an underlying; they follow it."),
    EVERYTHING("Everything on one", "An index or share, its futures and its options of this month."),
    PORTFOLIO("Portfolio", "Shares or indices with their futures and some options at the money."),
    FILTER("Builder", "What of another list passes the filters; an empty filter is off.");

    /// One value a list needs.
    ///
    /// @param usual of a new list, may be empty
    record Field(String key, String title, String usual, String meaning) {}

    private final String title;
    private final String meaning;

    ListKind(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    String title() {
        return title;
    }

    /// One sentence.
    String meaning() {
        return meaning;
    }

    /// Name in the settings.
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ListKind> named(String id) {
        return List.of(values()).stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    List<Field> fields() {
        return switch (this) {
            case INDEX -> List.of();
            case TOP_VOLUME -> List.of(new Field("most", "Most", "50", "How many shares"));
            case NEAR_MONEY ->
                List.of(
                        new Field("underlying", "Underlying", "NIFTY", "Index or share, as its options name it"),
                        new Field("side", "Strikes each side", "5", "Besides the one at the money"),
                        new Field("types", "Types", "CE PE", "CE, PE or both"));
            case EVERYTHING ->
                List.of(
                        new Field("underlying", "Underlying", "NIFTY", "Index or share, as its options name it"),
                        new Field("most", "Most options", "100", "From the money outwards"));
            case PORTFOLIO ->
                List.of(
                        new Field("symbols", "Symbols", "RELIANCE, HDFCBANK, NIFTY", "Shares or indices"),
                        new Field("most", "Most options", "20", "At the money, of each in turn"));
            case FILTER ->
                List.of(
                        new Field("base", "Of the list", "", "Name of the list to choose from"),
                        new Field("sector", "Sector above percentile", "75", "By the mean change of its shares"),
                        new Field("cap", "Market value, ₹ crore", "", "Needs a file with a market cap column"),
                        new Field("value", "Traded a day, ₹ crore", "5", "Mean of twenty days"),
                        new Field("change", "Five-day change, %", "3", "Up or down"),
                        new Field("volume", "Volume × mean", "2", "Newest day over the twenty before"),
                        new Field("include", "Always", "", "Symbols that pass whatever the filters say"),
                        new Field("exclude", "Never", "", "Symbols to leave out, such as those that go ex-dividend"));
        };
    }
}
