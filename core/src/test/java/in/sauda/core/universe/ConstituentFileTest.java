package in.sauda.core.universe;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.candlefile.RecordedData;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Lists of an index's shares as NSE publishes them, with the dirt of real ones.
class ConstituentFileTest {
    private static Instrument share(String symbol, String isin) {
        return new Instrument(
                "test",
                new InstrumentKey(Segment.NSE, symbol),
                symbol,
                symbol.replace("-EQ", ""),
                "",
                InstrumentCategory.EQUITY,
                null,
                0,
                null,
                1,
                5,
                0,
                false,
                isin);
    }

    @Test
    void readsTheExchangesColumns() {
        ConstituentFile.Content content = ConstituentFile.read("""
                \uFEFFCompany Name,Industry,Symbol,Series,ISIN Code
                Adani Enterprises Ltd.,Metals & Mining,ADANIENT,EQ,INE423A01024
                "Larsen & Toubro, Ltd.",Construction,LT,EQ,INE018A01030
                ,,,EQ,
                Adani Enterprises Ltd.,Metals & Mining,ADANIENT,EQ,INE423A01024
                """);
        assertThat(content.constituents())
                .containsExactly(
                        new Constituent(
                                "Adani Enterprises Ltd.", "Metals & Mining", "ADANIENT", "INE423A01024", Double.NaN),
                        new Constituent("Larsen & Toubro, Ltd.", "Construction", "LT", "INE018A01030", Double.NaN));
        assertThat(content.unreadable()).isEqualTo(1);
        assertThat(content.repeated()).isEqualTo(1);
    }

    @Test
    void takesOtherOrdersFurtherColumnsAndBareSymbols() {
        ConstituentFile.Content other = ConstituentFile.read(
                "isin,scrape_date,SYMBOL,Market Cap\nINE002A01018,2026-02-03,reliance,1845000.5\n");
        assertThat(other.constituents())
                .containsExactly(new Constituent("", "", "RELIANCE", "INE002A01018", 1_845_000.5));
        assertThat(ConstituentFile.read("INFY-EQ\n# a remark\nTCS\n").constituents())
                .extracting(Constituent::symbol)
                .containsExactly("INFY", "TCS");
        assertThat(ConstituentFile.read("").constituents()).isEmpty();
    }

    @Test
    void matchesByIsinBeforeSymbolAndNamesWhatNobodyLists() {
        // ZOMATO became ETERNAL: the ISIN stayed.
        List<Instrument> master =
                List.of(share("ETERNAL-EQ", "INE758T01015"), share("TCS-EQ", ""), share("INFY-BE", "INE009A01021"));
        ConstituentMatch match = ConstituentMatch.of(
                ConstituentFile.read("Symbol,ISIN Code\nZOMATO,INE758T01015\nTCS,INE467B01029\nDUMMYHDLVR,\n")
                        .constituents(),
                master);
        assertThat(match.instruments()).extracting(Instrument::symbol).containsExactly("ETERNAL-EQ", "TCS-EQ");
        assertThat(match.unmatched()).extracting(Constituent::symbol).containsExactly("DUMMYHDLVR");
    }

    /// The real list of 3 Feb 2026 has 51 rows: a demerger's dummy line is one of them.
    @Test
    void readsARealNifty50() throws IOException {
        Path file = RecordedData.file("reference/index_constituents_2026-02-03/NIFTY50_enriched.csv");
        ConstituentFile.Content content = ConstituentFile.read(Files.readString(file));
        assertThat(content.constituents()).hasSize(51);
        assertThat(content.unreadable()).isZero();
        assertThat(content.constituents()).extracting(Constituent::symbol).contains("RELIANCE", "DUMMYHDLVR");
        assertThat(content.constituents())
                .filteredOn(constituent -> constituent.symbol().equals("ADANIENT"))
                .singleElement()
                .satisfies(adani -> {
                    assertThat(adani.isin()).isEqualTo("INE423A01024");
                    assertThat(adani.industry()).isEqualTo("Metals & Mining");
                });
    }
}
