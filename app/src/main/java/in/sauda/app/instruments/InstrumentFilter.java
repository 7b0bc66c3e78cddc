package in.sauda.app.instruments;

import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the page is narrowed to. An empty set, an empty text or no expiry lets everything through.
///
/// @param text every word must occur in the symbol or the name, or begin the token
/// @param underlying name of the underlying, or the beginning of it where no instrument has just that name
public record InstrumentFilter(
        String text,
        Set<InstrumentCategory> categories,
        Set<Segment> segments,
        String underlying,
        @Nullable LocalDate expiry) {
    static final InstrumentFilter ALL = new InstrumentFilter("", Set.of(), Set.of(), "", null);
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public InstrumentFilter {
        categories = Set.copyOf(categories);
        segments = Set.copyOf(segments);
    }

    InstrumentFilter withText(String wanted) {
        return new InstrumentFilter(wanted, categories, segments, underlying, expiry);
    }

    InstrumentFilter withCategories(Set<InstrumentCategory> wanted) {
        return new InstrumentFilter(text, wanted, segments, underlying, expiry);
    }

    InstrumentFilter withSegments(Set<Segment> wanted) {
        return new InstrumentFilter(text, categories, wanted, underlying, expiry);
    }

    InstrumentFilter withUnderlying(String wanted) {
        return new InstrumentFilter(text, categories, segments, wanted, expiry);
    }

    InstrumentFilter withExpiry(@Nullable LocalDate wanted) {
        return new InstrumentFilter(text, categories, segments, underlying, wanted);
    }

    /// Those that pass everything but the expiry, in their order: the expiries to choose from are theirs.
    List<Instrument> withoutExpiry(List<Instrument> all) {
        Predicate<Instrument> names = underlying(all).and(words());
        return all.stream()
                .filter(instrument -> categories.isEmpty() || categories.contains(instrument.category()))
                .filter(instrument -> segments.isEmpty() || segments.contains(instrument.segment()))
                .filter(names)
                .toList();
    }

    List<Instrument> atExpiry(List<Instrument> found) {
        LocalDate wanted = expiry;
        return wanted == null
                ? found
                : found.stream()
                        .filter(instrument -> wanted.equals(instrument.expiry()))
                        .toList();
    }

    private Predicate<Instrument> underlying(List<Instrument> all) {
        String wanted = upper(underlying);
        if (wanted.isEmpty()) {
            return instrument -> true;
        }
        boolean exact =
                all.stream().anyMatch(instrument -> upper(instrument.name()).equals(wanted));
        return exact
                ? instrument -> upper(instrument.name()).equals(wanted)
                : instrument -> upper(instrument.name()).startsWith(wanted);
    }

    private Predicate<Instrument> words() {
        List<String> words = Arrays.stream(BLANKS.split(upper(text)))
                .filter(word -> !word.isEmpty())
                .toList();
        return instrument -> words.stream().allMatch(word -> contains(instrument, word));
    }

    private static boolean contains(Instrument instrument, String word) {
        return upper(instrument.symbol()).contains(word)
                || upper(instrument.name()).contains(word)
                || instrument.token().startsWith(word);
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }
}
