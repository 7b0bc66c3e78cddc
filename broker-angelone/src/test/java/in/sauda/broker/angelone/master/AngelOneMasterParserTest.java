package in.sauda.broker.angelone.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.MasterFormatException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AngelOneMasterParserTest {
    private static final String OPTION = """
            {"token":"44662","symbol":"NIFTY16SEP2524950CE","name":"NIFTY","expiry":"16SEP2025","strike":"2495000.000000",
             "lotsize":"75","instrumenttype":"OPTIDX","exch_seg":"NFO","tick_size":"5.000000"}""";

    @Test
    void readsTheNewestFormat() throws IOException {
        Parsed parsed = Parsed.file("angel/newest_format_2026-08_sample_23_rows.json");
        assertThat(parsed.reasons()).isEmpty();
        assertThat(parsed.instruments()).hasSize(23);
        assertThat(parsed.count(i -> i.category() == InstrumentCategory.INDEX)).isEqualTo(6);
        assertThat(parsed.bySymbol("Nifty 50")).satisfies(nifty -> {
            assertThat(nifty.name()).isEqualTo("NIFTY");
            assertThat(nifty.tickSize()).isZero();
            assertThat(nifty.strike()).isZero();
            assertThat(nifty.expiry()).isNull();
        });
        assertThat(parsed.bySymbol("HINDZINC27OCT26550CE")).satisfies(option -> {
            assertThat(option.key().toString()).isEqualTo("NFO:100003");
            assertThat(option.strike()).isEqualTo(550_00);
            assertThat(option.tickSize()).isEqualTo(5);
            assertThat(option.expiry()).isEqualTo(LocalDate.of(2026, 10, 27));
            assertThat(option.optionType()).isEqualTo(OptionType.CE);
            assertThat(option.lotSize()).isEqualTo(1225);
            assertThat(option.freezeQuantity()).isEqualTo(30 * 1225);
        });
        assertThat(parsed.bySymbol("FACT-EQ")).satisfies(share -> {
            assertThat(share.category()).isEqualTo(InstrumentCategory.EQUITY);
            assertThat(share.strike()).isZero();
            assertThat(share.type()).isEmpty();
        });
    }

    @Test
    void readsAllOf87605RowsIntoCategories() throws IOException {
        Parsed parsed = Parsed.file("angel/DERIVED_OpenAPIScripMaster_shape_from_upstox_2025-12-09.json.gz");
        assertThat(parsed.reasons()).isEmpty();
        assertThat(parsed.instruments()).hasSize(87_605);
        // Counted in the raw file by exch_seg and instrumenttype.
        assertThat(parsed.count(i -> i.category() == InstrumentCategory.OPTIONS))
                .isEqualTo(30_654 + 25_854 + 4_850 + 4_303);
        assertThat(parsed.count(i -> i.category() == InstrumentCategory.FUTURES))
                .isEqualTo(615 + 144 + 15 + 9);
        assertThat(parsed.count(i -> i.category() == InstrumentCategory.EQUITY)).isEqualTo(12_524 + 8_540);
        assertThat(parsed.count(i -> i.category() == InstrumentCategory.INDEX)).isEqualTo(57 + 40);
        assertThat(parsed.count(i -> i.optionType() != null)).isEqualTo(65_661);
        assertThat(parsed.instruments().stream().map(Instrument::key).distinct())
                .hasSize(87_605);
    }

    @Test
    void filtersTheExchangesTestContracts() throws IOException {
        Parsed parsed = Parsed.file("angel/OpenAPIScripMaster_futures_subset.json");
        assertThat(parsed.reasons()).isEqualTo(Map.of("exchange test contract", 18));
        assertThat(parsed.instruments()).hasSize(631).allMatch(i -> i.category() == InstrumentCategory.FUTURES);
        assertThat(parsed.bySymbol("ABB30JUN26FUT").tickSize()).isEqualTo(50);
    }

    @Test
    void readsRowsKeyedByName() throws IOException {
        Parsed parsed = Parsed.file("angel/nse_cash_and_indices_by_name_2026-07-28.json.gz");
        assertThat(parsed.count(i -> i.category() == InstrumentCategory.EQUITY)
                        + parsed.reasons().getOrDefault("exchange test contract", 0))
                .isEqualTo(2_433);
        assertThat(parsed.count(i -> i.category() == InstrumentCategory.INDEX)).isEqualTo(57 + 40);
        assertThat(parsed.bySymbol("RELIANCE-EQ").key().toString()).isEqualTo("NSE:2885");
        assertThat(parsed.bySymbol("SENSEX").segment()).isEqualTo(Segment.BSE);
    }

    @Test
    void readsFilesWithFourFieldsOnly() throws IOException {
        Parsed parsed = Parsed.file("angel/nse_eq_tokens_2025-11.json");
        int tests = parsed.reasons().getOrDefault("exchange test contract", 0);
        assertThat(parsed.instruments().size() + tests).isEqualTo(2_337);
        assertThat(parsed.instruments()).allMatch(i -> i.lotSize() == 1 && i.tickSize() == 0);
    }

    @Test
    void refusesTheCommaSeparatedFile() {
        assertThatThrownBy(() -> Parsed.file("angel/nse_eq_tokens_2024-04-14.csv"))
                .isInstanceOf(MasterFormatException.class)
                .hasMessageContaining("not JSON");
    }

    @ParameterizedTest(name = "[{0}] is {1}")
    @CsvSource({
        "'', EQUITY",
        "'   ', EQUITY",
        "OPTSTK, OPTIONS",
        "OPTIRC, OPTIONS",
        "OPTCOM, OPTIONS",
        "FUTIRT, FUTURES",
        "FUTENR, FUTURES",
        "AMXIDX, INDEX",
        "INDEX, INDEX",
        "UNDCUR, CURRENCY",
        "UNDIRC, CURRENCY",
        "UNDIRD, CURRENCY",
        "UNDIRT, CURRENCY",
        "COMDTY, COMMODITY",
        "'COM   ', COMMODITY",
        "'AUCSO ', COMMODITY",
        "UNDCOM, COMMODITY",
        "SOMETHING, OTHER"
    })
    void givesEveryTypeACategory(String type, InstrumentCategory category) throws IOException {
        Parsed parsed = Parsed.of("[" + OPTION.replace("OPTIDX", type) + "]");
        assertThat(parsed.instruments()).singleElement().satisfies(i -> {
            assertThat(i.category()).isEqualTo(category);
            assertThat(i.type()).isEqualTo(type.strip());
        });
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource({
        "\"NFO\", \"XYZ\", unknown segment XYZ",
        "\"NFO\", \"\", missing segment",
        "\"NFO\", \"a very strange one\", unknown segment (unreadable)",
        "\"44662\", \" \", missing token",
        "\"NIFTY16SEP2524950CE\", null, missing symbol",
        "\"16SEP2025\", \"16SEP\", bad expiry",
        "\"16SEP2025\", \"31FEB2025x\", bad expiry",
        "\"16SEP2025\", \"\", missing expiry",
        "\"2495000.000000\", \"abc\", bad strike",
        "\"2495000.000000\", \"-1.000000\", bad strike",
        "\"2495000.000000\", 1e999999999, bad strike",
        "\"75\", \"0\", bad lot size",
        "\"75\", \"\", bad lot size",
        "\"75\", 99999999999, bad lot size",
        "\"5.000000\", \"x\", bad tick size",
        "\"NIFTY16SEP2524950CE\", \"011NSETEST16SEP25CE\", exchange test contract",
        "\"NIFTY16SEP2524950CE\", \"NIFTY16SEP2524950\", option without CE or PE"
    })
    void namesTheReasonOfEveryRejection(String field, String broken, String reason) throws IOException {
        Parsed parsed = Parsed.of("[" + OPTION.replace(field, broken) + "," + OPTION + "]");
        assertThat(parsed.reasons()).isEqualTo(Map.of(reason, 1));
        assertThat(parsed.instruments()).hasSize(1);
    }

    @Test
    void takesNumbersForStringsAndAnyCaseOfMonth() throws IOException {
        Parsed parsed = Parsed.of("["
                + OPTION.replace("\"2495000.000000\"", "2.495E6")
                        .replace("\"75\"", "75")
                        .replace("\"44662\"", "44662")
                        .replace("16SEP2025", " 16Sep2025 ")
                + "]");
        assertThat(parsed).isEqualTo(Parsed.of("[" + OPTION + "]"));
    }

    @Test
    void scalesCurrencyToTheFeedsUnit() throws IOException {
        Parsed parsed = Parsed.of("""
                [{"token":"5","symbol":"USDINR25OCT8325CE","name":"USDINR","expiry":"29OCT2025",
                  "strike":"832500000.000000","lotsize":"1","instrumenttype":"OPTCUR","exch_seg":"CDS","tick_size":"0.25"}]""");
        assertThat(parsed.instruments()).singleElement().satisfies(option -> {
            assertThat(option.rupees(option.strike())).isEqualByComparingTo("83.25");
            assertThat(option.rupees(option.tickSize())).isEqualByComparingTo("0.0025");
        });
    }

    @Test
    void readsTheOptionTypeInTheMiddleOfAnNcdexSymbol() throws IOException {
        Parsed parsed = Parsed.of("""
                [{"token":"DHANIYA09OCT26CE11300FOCT26","symbol":"DHANIYA09OCT26CE11300FOCT26","name":"DHANIYA",
                  "expiry":"09OCT2026","strike":"1130000.000000","lotsize":"5","instrumenttype":"OPTFUT",
                  "exch_seg":"NCDEX","tick_size":"100.000000"}]""");
        assertThat(parsed.instruments().getFirst().optionType()).isEqualTo(OptionType.CE);
    }
}
