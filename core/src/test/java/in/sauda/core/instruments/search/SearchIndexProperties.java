package in.sauda.core.instruments.search;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.SearchQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SearchIndexProperties {
    private static final LocalDate EXPIRY = LocalDate.of(2026, 9, 29);

    @Property(tries = 300)
    void everyInstrumentIsFoundByItsExactSymbol(
            @ForAll @Size(min = 1, max = 60) List<@From("symbols") String> symbols, @ForAll("typed") String other) {
        SearchIndex index = index(symbols);
        for (String symbol : new LinkedHashSet<>(symbols)) {
            List<Instrument> found = index.search(new SearchQuery(symbol, Set.of(), Set.of(), symbols.size()));
            assertThat(found).extracting(Instrument::symbol).contains(symbol);
        }
        assertThat(index.search(SearchQuery.of(other))).doesNotHaveDuplicates();
    }

    @Property(tries = 500)
    void neverThrowsAndKeepsTheLimit(@ForAll String text, @ForAll @IntRange(min = 0, max = 5) int limit) {
        SearchIndex index = index(List.of("RELIANCE-EQ", "NIFTY30DEC2525000CE", "Nifty 50", "M&M-EQ", "É-X"));
        assertThat(index.search(new SearchQuery(text, Set.of(), Set.of(), limit)))
                .hasSizeLessThanOrEqualTo(limit);
    }

    @Property(tries = 500)
    void neverThrowsOnWhatTradersType(@ForAll("typed") String text) {
        SearchIndex index = index(List.of("RELIANCE-EQ", "NIFTY30DEC2525000CE", "Nifty 50", "M&M-EQ"));
        assertThat(index.search(SearchQuery.of(text))).hasSizeLessThanOrEqualTo(4);
    }

    @Provide
    Arbitrary<String> symbols() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .numeric()
                .withChars(" -&.")
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(symbol -> symbol.chars().anyMatch(Character::isLetterOrDigit));
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.of(
                        "nifty", "bn", "25000", "30", "dec", "2026", "ce", "c", "fut", ".5", "25.", "m&m", "j", "0")
                .list()
                .ofMaxSize(6)
                .map(words -> String.join(" ", words));
    }

    /// Every third one an option, every third a future, so that both ways of being found are met.
    private static SearchIndex index(List<String> symbols) {
        List<Instrument> instruments = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            instruments.add(instrument(i, symbols.get(i)));
        }
        return SearchIndex.of(instruments, SearchIndexTest.at(EXPIRY));
    }

    private static Instrument instrument(int number, String symbol) {
        boolean option = number % 3 == 1;
        boolean contract = number % 3 != 0;
        return new Instrument(
                "test",
                new InstrumentKey(Segment.NFO, "" + number),
                symbol,
                "NAME",
                "",
                option ? InstrumentCategory.OPTIONS : contract ? InstrumentCategory.FUTURES : InstrumentCategory.EQUITY,
                contract ? EXPIRY : null,
                option ? 2_500_000 : 0,
                option ? OptionType.CE : null,
                1,
                5,
                0,
                false);
    }
}
