package in.sauda.broker.upstox.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sauda.broker.upstox.RecordedFiles;
import in.sauda.core.broker.Broker;
import in.sauda.core.broker.InstrumentSource.MasterSink;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.MasterFormatException;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.instruments.search.SearchIndex;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpstoxMasterParserTest {
    private static final String DECEMBER = "upstox_instruments/complete_2025-12-09.json.gz";

    private record Parsed(List<Instrument> instruments, Map<String, Integer> reasons) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                DECEMBER,
                "upstox_instruments/complete_2025-06-12.json.gz",
                "upstox_instruments/NSE_2026-02-27.json.gz"
            })
    void readsEveryRowOfRealFiles(String file) throws IOException {
        Map<String, Integer> segments = new TreeMap<>();
        int rows = 0;
        try (InputStream raw = RecordedFiles.open(file)) {
            for (JsonNode row : new ObjectMapper().readTree(raw)) {
                boolean test = row.get("trading_symbol").asText().contains("NSETEST");
                segments.merge(test ? "test" : row.get("segment").asText(), 1, Integer::sum);
                rows++;
            }
        }
        Parsed parsed = parse(file);
        int tests = segments.getOrDefault("test", 0);
        assertThat(parsed.instruments()).hasSize(rows - tests);
        assertThat(parsed.reasons().getOrDefault("exchange test contract", 0)).isEqualTo(tests);
        assertThat(parsed.reasons().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(tests);
        assertThat(count(parsed, Segment.NFO)).isEqualTo(segments.getOrDefault("NSE_FO", 0));
        assertThat(count(parsed, Segment.NSE))
                .isEqualTo(segments.getOrDefault("NSE_EQ", 0) + segments.getOrDefault("NSE_INDEX", 0));
        assertThat(count(parsed, Segment.CDS)).isEqualTo(segments.getOrDefault("NCD_FO", 0));
        assertThat(count(parsed, Segment.BCD)).isEqualTo(segments.getOrDefault("BCD_FO", 0));
        assertThat(count(parsed, Segment.NCO)).isEqualTo(segments.getOrDefault("NSE_COM", 0));
        assertThat(parsed.instruments().stream().map(Instrument::key).distinct())
                .hasSameSizeAs(parsed.instruments());
    }

    @Test
    void scalesPricesAndDates() throws IOException {
        Parsed parsed = parse(DECEMBER);
        assertThat(bySymbol(parsed, "BANKNIFTY 54100 PE 27 JAN 26")).satisfies(option -> {
            assertThat(option.key().toString()).isEqualTo("NFO:50912");
            assertThat(option.expiry()).isEqualTo(LocalDate.of(2026, 1, 27));
            assertThat(option.strike()).isEqualTo(54_100_00);
            assertThat(option.optionType()).isEqualTo(OptionType.PE);
            assertThat(option.tickSize()).isEqualTo(5);
            assertThat(option.lotSize()).isEqualTo(30);
            assertThat(option.freezeQuantity()).isEqualTo(600);
        });
        Instrument euro = bySymbol(parsed, "JPYINR 61 CE 27 MAR 26");
        assertThat(euro.rupees(euro.strike())).isEqualByComparingTo("61");
        assertThat(euro.rupees(euro.tickSize())).isEqualByComparingTo("0.0025");
        assertThat(bySymbol(parsed, "NIFTY").category()).isEqualTo(InstrumentCategory.INDEX);
        assertThat(bySymbol(parsed, "SILVERMIC").category()).isEqualTo(InstrumentCategory.COMMODITY);
    }

    @ParameterizedTest(name = "{0} shows {1}")
    @CsvSource({
        "nifty, NIFTY",
        "rel, RELIANCE",
        "bank, BANKNIFTY",
        "sensex, SENSEX",
        "nifty 25000 ce, NIFTY 25000 CE 09 DEC 25",
        "nifty 25 ce, NIFTY 25000 CE 09 DEC 25",
        "bn jan fut, BANKNIFTY FUT 27 JAN 26",
        "banknifty 30 dec 59000 pe, BANKNIFTY 59000 PE 30 DEC 25",
        "BANKNIFTY 59000 PE 30 DEC 25, BANKNIFTY 59000 PE 30 DEC 25",
        "crude fut, CRUDEOIL FUT 18 DEC 25",
        "usdinr 87.5 ce, USDINR 87.5 CE 12 DEC 25"
    })
    void showsWhatATraderMeansFirst(String text, String symbol) throws IOException {
        SearchIndex index = december();
        List<Instrument> found = index.search(SearchQuery.of(text));
        assertThat(found).extracting(Instrument::symbol).startsWith(symbol);
    }

    @Test
    void findsEveryRealInstrumentByItsSymbol() throws IOException {
        List<Instrument> instruments = parse(DECEMBER).instruments();
        SearchIndex index = SearchIndex.of(instruments, noonOf(LocalDate.of(2025, 12, 9)));
        for (int i = 0; i < instruments.size(); i += 37) {
            Instrument wanted = instruments.get(i);
            assertThat(index.search(SearchQuery.of(wanted.symbol()))).contains(wanted);
        }
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource({
        "NSE_FO, XX_FO, unknown segment XX_FO",
        "\"50912\", \"\", missing token",
        "1769538599000, 20260127, bad expiry",
        "1769538599000, \"soon\", bad expiry",
        "54100.0, 0.0, bad strike",
        "\"lot_size\":30, \"lot_size\":0, bad lot size",
        "5.0, \"x\", bad tick size"
    })
    void namesTheReasonOfEveryRejection(String field, String broken, String reason) throws IOException {
        String row = """
                {"segment":"NSE_FO","name":"BANKNIFTY","exchange":"NSE","expiry":1769538599000,"instrument_type":"PE",
                 "underlying_symbol":"BANKNIFTY","lot_size":30,"freeze_quantity":600.0,"exchange_token":"50912",
                 "tick_size":5.0,"trading_symbol":"BANKNIFTY 54100 PE 27 JAN 26","strike_price":54100.0}""";
        String json = "[" + row.replace(field, broken) + "," + row + "]";
        Parsed parsed = parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        assertThat(parsed.reasons()).isEqualTo(Map.of(reason, 1));
        assertThat(parsed.instruments()).hasSize(1);
    }

    @Test
    void refusesTheServersErrorSavedAsAFile() {
        String json =
                "{\"status\":\"error\",\"errors\":[{\"errorCode\":\"UDAPI100012\",\"message\":\"Invalid Endpoint\"}]}";
        assertThatThrownBy(() -> parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(MasterFormatException.class)
                .hasMessageContaining("holds a message");
    }

    @Test
    void isFoundAsABrokerOneCanLogInTo() {
        Broker broker = ServiceLoader.load(Broker.class).findFirst().orElseThrow();
        assertThat(broker.id().value()).isEqualTo("upstox");
        assertThat(broker.capabilities().login()).isTrue();
        assertThat(broker.credentialFields()).isNotEmpty();
    }

    private static @Nullable SearchIndex december;

    /// Built once, twelve tests ask it.
    private static synchronized SearchIndex december() throws IOException {
        SearchIndex index = december;
        if (index == null) {
            index = SearchIndex.of(parse(DECEMBER).instruments(), noonOf(LocalDate.of(2025, 12, 9)));
            december = index;
        }
        return index;
    }

    private static Parsed parse(String file) throws IOException {
        try (InputStream raw = RecordedFiles.open(file)) {
            return parse(raw);
        }
    }

    private static Parsed parse(InputStream raw) throws IOException {
        List<Instrument> instruments = new ArrayList<>();
        Map<String, Integer> reasons = new TreeMap<>();
        new UpstoxInstrumentSource(Map.of())
                .parse(raw, MasterSink.of(instruments::add, reason -> reasons.merge(reason, 1, Integer::sum)));
        return new Parsed(instruments, reasons);
    }

    private static int count(Parsed parsed, Segment segment) {
        return (int) parsed.instruments().stream()
                .filter(i -> i.segment() == segment)
                .count();
    }

    private static Instrument bySymbol(Parsed parsed, String symbol) {
        return parsed.instruments().stream()
                .filter(i -> i.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private static TimeSource noonOf(LocalDate date) {
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
}
