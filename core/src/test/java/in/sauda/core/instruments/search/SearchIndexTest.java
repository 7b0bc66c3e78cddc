package in.sauda.core.instruments.search;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchIndexTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 9, 1);
    private static final List<LocalDate> EXPIRIES =
            List.of(LocalDate.of(2025, 8, 26), LocalDate.of(2025, 9, 30), LocalDate.of(2025, 10, 28));

    private final List<Instrument> instruments = market();
    private final SearchIndex index = SearchIndex.of(instruments, at(TODAY));

    @ParameterizedTest(name = "{0} shows {1} first")
    @CsvSource(delimiter = '|', textBlock = """
                    nifty                   | Nifty 50
                    NIFTY 50                | Nifty 50
                    nifty bank              | Nifty Bank
                    banknifty               | Nifty Bank
                    bn                      | Nifty Bank
                    rel                     | RELIANCE-EQ
                    reliance                | RELIANCE-EQ
                    m&m                     | M&M-EQ
                    bajaj auto              | BAJAJ-AUTO-EQ
                    bank                    | Nifty Bank
                    housing                 | HDFC-EQ
                    ftybe                   | NIFTYBEES-EQ
                    nifty 25000 ce          | NIFTY30SEP2525000CE
                    nifty 25,000 ce         | NIFTY30SEP2525000CE
                    nifty 25000 call        | NIFTY30SEP2525000CE
                    nifty 25000 c           | NIFTY30SEP2525000CE
                    nifty 25000 pe          | NIFTY30SEP2525000PE
                    nifty 25000             | NIFTY30SEP2525000CE
                    nifty 25 ce             | NIFTY30SEP2525000CE
                    nifty25000ce            | NIFTY30SEP2525000CE
                    nifty oct 25100 put     | NIFTY28OCT2525100PE
                    nifty 28 oct 25100 pe   | NIFTY28OCT2525100PE
                    nifty 28oct 25100 pe    | NIFTY28OCT2525100PE
                    nifty 28 oct 25 25100pe | NIFTY28OCT2525100PE
                    NIFTY28OCT2525100       | NIFTY28OCT2525100CE
                    NIFTY28OCT2525100PE     | NIFTY28OCT2525100PE
                    bn sep fut              | BANKNIFTY30SEP25FUT
                    bnf fut                 | BANKNIFTY30SEP25FUT
                    bn october future       | BANKNIFTY28OCT25FUT
                    bn o                    | BANKNIFTY28OCT25FUT
                    bn f                    | BANKNIFTY30SEP25FUT
                    rel 1400 ce             | RELIANCE30SEP251400CE
                    nifty aug fut           | NIFTY26AUG25FUT
                    """)
    void showsFirst(String text, String symbol) {
        assertThat(symbols(text)).first().isEqualTo(symbol);
    }

    @Test
    void findsTheSameWhenBuiltWithTheFirstSearch() {
        SearchIndex later = SearchIndex.later(instruments, at(TODAY));

        assertThat(later.size()).isEqualTo(instruments.size());
        assertThat(later.find(instruments.getFirst().key())).contains(instruments.getFirst());
        assertThat(later.search(SearchQuery.of("nifty 25000"))).isEqualTo(index.search(SearchQuery.of("nifty 25000")));
    }

    @Test
    void knowsAnIndexByItsNameWhateverItsCase() {
        assertThat(index.named(InstrumentCategory.INDEX, "NSE", "NIFTY BANK"))
                .hasValueSatisfying(found -> assertThat(found.symbol()).isEqualTo("Nifty Bank"));
        assertThat(index.named(InstrumentCategory.INDEX, "BSE", "NIFTY BANK")).isEmpty();
        assertThat(index.named(InstrumentCategory.EQUITY, "NSE", "Nifty Bank")).isEmpty();
    }

    @Test
    void listsTheFuturesOfAnUnderlyingOfOneSegment() {
        assertThat(index.futures(Segment.NFO, "Nifty"))
                .extracting(Instrument::symbol)
                .containsExactlyInAnyOrder("NIFTY30SEP25FUT", "NIFTY28OCT25FUT", "NIFTY26AUG25FUT");
        assertThat(index.futures(Segment.BFO, "NIFTY")).isEmpty();
    }

    @Test
    void putsTheExpiredContractsLast() {
        assertThat(symbols("banknifty fut"))
                .containsExactly("BANKNIFTY30SEP25FUT", "BANKNIFTY28OCT25FUT", "BANKNIFTY26AUG25FUT");
    }

    @Test
    void ordersExactPrefixWordSubstringThenOptions() {
        assertThat(symbols("nifty").subList(0, 7))
                .containsExactly(
                        "Nifty 50",
                        "NIFTY30SEP25FUT",
                        "NIFTY28OCT25FUT",
                        "NIFTY26AUG25FUT",
                        "Nifty Bank",
                        "NIFTYBEES-EQ",
                        "BANKNIFTY30SEP25FUT");
        assertThat(symbols("nifty").subList(9, 11)).allMatch(symbol -> symbol.matches("NIFTY30SEP25\\d+CE|.*PE"));
    }

    @Test
    void filtersByCategoryExchangeAndSegment() {
        assertThat(index.search(query("reliance", Set.of(InstrumentCategory.FUTURES), Set.of())))
                .hasSize(3)
                .allMatch(found -> found.category() == InstrumentCategory.FUTURES);
        assertThat(index.search(query("reliance", Set.of(), Set.of("BSE"))))
                .singleElement()
                .extracting(Instrument::symbol)
                .isEqualTo("RELIANCE");
        assertThat(index.search(query("reliance", Set.of(), Set.of("NFO"))))
                .isNotEmpty()
                .allMatch(found -> found.segment() == Segment.NFO);
        assertThat(index.search(query("reliance", Set.of(), Set.of("NSE"))))
                .extracting(Instrument::segment)
                .contains(Segment.NSE, Segment.NFO)
                .doesNotContain(Segment.BSE);
    }

    @Test
    void listsACategoryForEmptyText() {
        assertThat(index.search(query(" ", Set.of(InstrumentCategory.INDEX), Set.of())))
                .extracting(Instrument::symbol)
                .containsExactly("Nifty 50", "Nifty Bank", "India VIX");
        assertThat(index.search(new SearchQuery("", Set.of(), Set.of(), 10_000)))
                .hasSameSizeAs(instruments);
    }

    @Test
    void findsByKeyTheFirstOfTwo() {
        InstrumentKey key = new InstrumentKey(Segment.NSE, "2885");
        assertThat(index.find(key)).get().extracting(Instrument::broker).isEqualTo("angelone");
        assertThat(index.find(new InstrumentKey(Segment.BSE, "2885"))).isEmpty();
    }

    @Test
    void returnsNothingForNonsenseAndForNoLimit() {
        assertThat(symbols("qqqqzz")).isEmpty();
        assertThat(index.search(new SearchQuery("nifty", Set.of(), Set.of(), 0)))
                .isEmpty();
        assertThat(index.search(new SearchQuery("nifty", Set.of(), Set.of(), -1)))
                .isEmpty();
    }

    @Test
    void givesTheSameListEveryTime() {
        assertThat(SearchIndex.of(instruments, at(TODAY)).search(SearchQuery.of("n")))
                .isEqualTo(index.search(SearchQuery.of("n")));
    }

    private List<String> symbols(String text) {
        return index.search(SearchQuery.of(text)).stream()
                .map(Instrument::symbol)
                .toList();
    }

    private static SearchQuery query(String text, Set<InstrumentCategory> categories, Set<String> exchanges) {
        return new SearchQuery(text, categories, exchanges, SearchQuery.DEFAULT_LIMIT);
    }

    static TimeSource at(LocalDate date) {
        return new TimeSource() {
            @Override
            public long wallMillis() {
                return IndiaTime.epochMillis(date, LocalTime.NOON);
            }

            @Override
            public long nanos() {
                return 0;
            }
        };
    }

    private static List<Instrument> market() {
        List<Instrument> market = new ArrayList<>();
        market.add(single(Segment.NSE, "2885", "RELIANCE-EQ", "RELIANCE", InstrumentCategory.EQUITY));
        market.add(single(Segment.BSE, "500325", "RELIANCE", "RELIANCE", InstrumentCategory.EQUITY));
        market.add(single(Segment.NSE, "1", "RELAXO-EQ", "RELAXO", InstrumentCategory.EQUITY));
        market.add(single(Segment.NSE, "2", "M&M-EQ", "M&M", InstrumentCategory.EQUITY));
        market.add(single(Segment.NSE, "3", "BAJAJ-AUTO-EQ", "BAJAJ-AUTO", InstrumentCategory.EQUITY));
        market.add(single(Segment.NSE, "4", "NIFTYBEES-EQ", "NIFTYBEES", InstrumentCategory.EQUITY));
        market.add(single(Segment.NSE, "5", "BANKBARODA-EQ", "BANKBARODA", InstrumentCategory.EQUITY));
        market.add(single(
                Segment.NSE, "6", "HDFC-EQ", "HOUSING DEVELOPMENT FINANCE CORPORATION", InstrumentCategory.EQUITY));
        market.add(single(Segment.NSE, "99926009", "Nifty Bank", "BANKNIFTY", InstrumentCategory.INDEX));
        market.add(single(Segment.NSE, "99926000", "Nifty 50", "NIFTY", InstrumentCategory.INDEX));
        market.add(single(Segment.NSE, "99926017", "India VIX", "INDIA VIX", InstrumentCategory.INDEX));
        market.add(single(Segment.NSE, "2885", "RELIANCE-EQ", "RELIANCE", InstrumentCategory.EQUITY, "upstox"));
        for (LocalDate expiry : EXPIRIES) {
            contracts(market, "NIFTY", expiry, 24_900, 25_300, 50);
            contracts(market, "BANKNIFTY", expiry, 55_000, 56_000, 500);
            contracts(market, "RELIANCE", expiry, 1_380, 1_420, 20);
        }
        return market;
    }

    private static void contracts(
            List<Instrument> market, String name, LocalDate expiry, int from, int until, int step) {
        market.add(contract(market.size(), name, expiry, 0, null));
        for (int strike = from; strike <= until; strike += step) {
            market.add(contract(market.size(), name, expiry, strike, OptionType.PE));
            market.add(contract(market.size(), name, expiry, strike, OptionType.CE));
        }
    }

    private static Instrument contract(
            int token, String name, LocalDate expiry, int strike, @Nullable OptionType optionType) {
        String date = expiry.format(DateTimeFormatter.ofPattern("ddMMMyy", Locale.ENGLISH))
                .toUpperCase(Locale.ROOT);
        String symbol = name + date + (optionType == null ? "FUT" : strike + optionType.name());
        return new Instrument(
                "angelone",
                new InstrumentKey(Segment.NFO, "" + token),
                symbol,
                name,
                optionType == null ? "FUTIDX" : "OPTIDX",
                optionType == null ? InstrumentCategory.FUTURES : InstrumentCategory.OPTIONS,
                expiry,
                strike * 100L,
                optionType,
                75,
                5,
                1800,
                false);
    }

    private static Instrument single(
            Segment segment, String token, String symbol, String name, InstrumentCategory category) {
        return single(segment, token, symbol, name, category, "angelone");
    }

    private static Instrument single(
            Segment segment, String token, String symbol, String name, InstrumentCategory category, String broker) {
        return new Instrument(
                broker, new InstrumentKey(segment, token), symbol, name, "", category, null, 0, null, 1, 5, 0, false);
    }
}
