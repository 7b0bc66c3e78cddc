package in.sauda.core.instruments;

import java.util.Set;

/// What a user typed and chose in the search box.
///
/// @param text free text such as {@code nifty 25000 ce} or {@code bn sep fut}
/// @param categories wanted categories; empty means all
/// @param exchanges wanted exchanges or segments ({@code NSE}, {@code NFO}); empty means all
/// @param limit most results to return
public record SearchQuery(String text, Set<InstrumentCategory> categories, Set<String> exchanges, int limit) {
    public static final int DEFAULT_LIMIT = 50;

    public SearchQuery {
        categories = Set.copyOf(categories);
        exchanges = Set.copyOf(exchanges);
    }

    public static SearchQuery of(String text) {
        return new SearchQuery(text, Set.of(), Set.of(), DEFAULT_LIMIT);
    }
}
