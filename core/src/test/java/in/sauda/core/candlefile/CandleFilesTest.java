package in.sauda.core.candlefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleArray;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.time.IndiaTime;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandleFilesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);

    @TempDir
    private Path folder = Path.of("");

    private static long at(String time) {
        return IndiaTime.epochMillis(DAY, LocalTime.parse(time));
    }

    private CandleFiles.Content read(String content) throws IOException {
        return read(content, null, BarLabel.AUTO);
    }

    private CandleFiles.Content read(String content, @Nullable String columns, BarLabel label) throws IOException {
        Path file = Files.writeString(folder.resolve("WIPRO.csv"), content);
        return new CandleFiles(
                        TradingCalendar.bundled(),
                        new CandleFiles.Options(columns, label, InstrumentKind.AUTO, Set.of()))
                .read(List.of(file));
    }

    private static Candle only(CandleFiles.Content content) {
        assertThat(content.symbols()).hasSize(1);
        CandleArray candles = content.symbols().getFirst().candles();
        assertThat(candles.size()).isEqualTo(1);
        return candles.candle(0, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "symbol,date,time,open,high,low,close,volume,oi\nX,20250101,10:00,100,101.5,99.95,101,500,7\n",
                "symbol,date,time,open,high,low,close,volume,oi\nX,01-01-2025,10:00:59,100.00,101.5,99.95,101,500,7\n",
                "symbol,ts_ist,open,high,low,close,volume\nX,2025-01-01T10:00:00+05:30,100.0,101.5,99.95,101.0,500\n",
                "datetime,open,high,low,close,volume,symbol\n2025-01-01 10:00:00,100,101.5,99.95,101,500.0,X\n",
                """
                instrument_key,trading_symbol,ts_ist,open,high,low,close,volume,iv
                NSE_EQ|INE1,X,2025-01-01T04:30:00Z,100,101.5,99.95,101,500,
                """,
                "\uFEFFSymbol;Timestamp;O;H;L;C;V\r\nX;1735705800000;100;101.5;99.95;101;500\r\n",
                """
                "symbol","date","open","high","low","close","volume"
                "X","2025-01-01 10:00",100,101.5,99.95,101,500
                """,
            })
    void recognisesTheDialects(String content) throws IOException {
        CandleFiles.Content read = read(content);
        assertThat(only(read)).isEqualTo(new Candle(at("10:00"), 10_000, 10_150, 9_995, 10_100, 500, 0));
        assertThat(read.symbols().getFirst().instrument().symbol()).isEqualTo("X");
    }

    @Test
    void readsGzipByItsContent() throws IOException {
        Path file = folder.resolve("named.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("datetime,open,high,low,close,volume\n2025-01-01 10:00:00,1,1,1,1,1\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
        CandleFiles.Content read = new CandleFiles(
                        TradingCalendar.bundled(),
                        new CandleFiles.Options(null, BarLabel.AUTO, InstrumentKind.AUTO, Set.of("TCS")))
                .read(List.of(file));
        assertThat(read.symbols().getFirst().instrument().symbol()).isEqualTo("TCS");
    }

    @Test
    void mapsColumnsByOrderByNameAndByNumber() throws IOException {
        Candle expected = new Candle(at("10:00"), 10_000, 10_150, 9_995, 10_100, 500, 0);
        assertThat(only(read(
                        "X,20250101,10:00,100,101.5,99.95,101,500,7\n", "symbol,date,time,o,h,l,c,v,-", BarLabel.AUTO)))
                .isEqualTo(expected);
        String odd = "when,first,top,bottom,final,size\n2025-01-01 10:00,100,101.5,99.95,101,500\n";
        assertThat(only(read(odd, "timestamp=when,open=first,high=top,low=bottom,close=final,volume=6", BarLabel.AUTO)))
                .isEqualTo(expected);
    }

    @Test
    void saysWhichColumnIsMissing() {
        assertThatThrownBy(() -> read("symbol,date,time,open,high,low,volume\n"))
                .isInstanceOf(CandleFileException.class)
                .hasMessageContaining("No column 'close'")
                .hasMessageContaining("--columns");
        assertThatThrownBy(() -> read("a,b\n", "open=nothing", BarLabel.AUTO))
                .hasMessageContaining("names the column 'nothing', but the file begins with: a,b");
        assertThatThrownBy(() -> read("", null, BarLabel.AUTO)).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read("datetime,open,high,low,close\nyesterday,1,1,1,1\n"))
                .hasMessageContaining("There are no candles that can be read");
    }

    /// Two days of the labels that matter: the open and the close.
    private static String day(String first, String last) {
        return "datetime,open,high,low,close,volume\n2025-01-01 " + first + ",1,1,1,1,1\n2025-01-01 " + last
                + ",1,1,1,1,1\n";
    }

    @Test
    void seesWhetherStampsAreStartsOrEnds() throws IOException {
        assertThat(read(day("09:15", "15:29")).files().getFirst().label()).isEqualTo(BarLabel.START);
        CandleFiles.Content ends = read(day("09:16", "15:30"));
        assertThat(ends.files().getFirst().label()).isEqualTo(BarLabel.END);
        assertThat(ends.symbols().getFirst().candles().startMillis(0)).isEqualTo(at("09:15"));
        assertThat(ends.symbols().getFirst().candles().startMillis(1)).isEqualTo(at("15:29"));
        CandleFiles.Content insisted = read(day("09:16", "15:30"), null, BarLabel.START);
        assertThat(insisted.symbols().getFirst().candles().size()).isEqualTo(1);
        assertThat(insisted.dirt().count(Dirt.OUTSIDE_SESSION)).isEqualTo(1);
        CandleFiles.Content inside = read(day("09:15:59", "15:29:59"), null, BarLabel.END);
        assertThat(inside.symbols().getFirst().candles().startMillis(0)).isEqualTo(at("09:15"));
        assertThat(inside.dirt().count(Dirt.SECONDS)).isEqualTo(2);
    }

    @Test
    void countsAndNamesDirt() throws IOException {
        CandleFiles.Content read = read("""
                symbol,date,time,open,high,low,close,volume
                X,20250101,09:08,100,100,100,100,0
                X,20250101,09:15,100,101,99,100,10
                X,20250101,09:17,100,101,99,100,30
                X,20250101,09:16,100,101,99,100,20
                X,20250101,09:16,100,101,99,100,20
                X,20250101,09:17,100,101,99,100.5,40
                X,20250101,09:18,100,99,101,100,10
                X,20250101,09:18,100,101,99,102,10
                X,20250101,09:18,0,0,0,0,10
                X,20250101,09:18,abc,101,99,100,10
                X,20251301,09:18,100,101,99,100,10
                X,20250101,09:18,100,101,99,100,-5
                X,20250101
                X,20250101,09:19,100,101,99,100.555,
                X,20250104,10:00,100,101,99,100,5
                X,20250101,15:30,100,101,99,100,5
                """);
        DirtReport dirt = read.dirt();
        assertThat(dirt.count(Dirt.OUTSIDE_SESSION)).isEqualTo(2);
        assertThat(dirt.count(Dirt.OUT_OF_ORDER)).isEqualTo(2);
        assertThat(dirt.count(Dirt.REPEATED)).isEqualTo(1);
        assertThat(dirt.count(Dirt.CONFLICTING)).isEqualTo(1);
        assertThat(dirt.count(Dirt.CONTRADICTORY)).isEqualTo(3);
        assertThat(dirt.count(Dirt.UNREADABLE)).isEqualTo(3);
        assertThat(dirt.count(Dirt.NEGATIVE_VOLUME)).isEqualTo(1);
        assertThat(dirt.count(Dirt.NO_VOLUME)).isEqualTo(1);
        assertThat(dirt.count(Dirt.FINE_PRICE)).isEqualTo(1);
        assertThat(dirt.count(Dirt.CLOSED_DAY)).isEqualTo(1);
        assertThat(dirt.count(Dirt.MISSING_MINUTE)).isEqualTo(375 - 4 + 375 - 1);
        assertThat(dirt.examples(Dirt.CONFLICTING)).containsExactly("X 2025-01-01 09:17");
        assertThat(dirt.examples(Dirt.UNREADABLE)).first().isEqualTo("WIPRO.csv line 11");

        CandleArray candles = read.symbols().getFirst().candles();
        assertThat(candles.size()).isEqualTo(5);
        assertThat(candles.candle(2, 0)).isEqualTo(new Candle(at("09:17"), 10_000, 10_100, 9_900, 10_050, 40, 0));
        assertThat(candles.candle(3, 0)).isEqualTo(new Candle(at("09:19"), 10_000, 10_100, 9_900, 10_056, -1, 0));
    }

    @Test
    void guessesWhatASymbolIs() throws IOException {
        CandleFiles.Content read = read("""
                instrument_key,symbol,datetime,open,high,low,close,volume
                ,BANKNIFTY_F1,2025-01-01 10:00,1,1,1,1,1
                ,NIFTY-1M,2025-01-01 10:00,1,1,1,1,1
                ,NIFTY,2025-01-01 10:00,1,1,1,1,0
                ,RELIANCE,2025-01-01 10:00,1,1,1,1,1
                NSE_FO|1,BANKNIFTY 59000 CE 30 DEC 25,2025-01-01 10:00,1,1,1,1,1
                NSE_EQ|2,SILENT,2025-01-01 10:00,1,1,1,1,0
                """);
        assertThat(read.symbols())
                .extracting(symbol ->
                        symbol.instrument().symbol() + " " + symbol.instrument().segment() + " "
                                + symbol.instrument().category())
                .containsExactly(
                        "BANKNIFTY 59000 CE 30 DEC 25 " + Segment.NFO + " " + InstrumentCategory.OPTIONS,
                        "BANKNIFTY_F1 " + Segment.NFO + " " + InstrumentCategory.FUTURES,
                        "NIFTY " + Segment.NSE + " " + InstrumentCategory.INDEX,
                        "NIFTY-1M " + Segment.NFO + " " + InstrumentCategory.FUTURES,
                        "RELIANCE " + Segment.NSE + " " + InstrumentCategory.EQUITY,
                        "SILENT " + Segment.NSE + " " + InstrumentCategory.EQUITY);
    }

    private static CandleFiles.Content recorded(String name) throws IOException {
        return new CandleFiles(
                        TradingCalendar.bundled(),
                        new CandleFiles.Options(null, BarLabel.AUTO, InstrumentKind.AUTO, Set.of()))
                .read(List.of(RecordedData.file("ohlcv_1m/" + name)));
    }

    /// Figures of the data folder's own description.
    @Test
    void findsJulyTwiceInTheFutureOf2016() throws IOException {
        CandleFiles.Content read = recorded("BANKNIFTY_F1_futures_1m_2016.csv.gz");
        assertThat(read.files())
                .containsExactly(new CandleFiles.FileNote("BANKNIFTY_F1_futures_1m_2016.csv.gz", 99_447, BarLabel.END));
        assertThat(read.dirt().count(Dirt.REPEATED)).isEqualTo(7_125);
        assertThat(read.dirt().count(Dirt.CONFLICTING)).isZero();
    }

    @Test
    void findsTheShortRowsOfTheFutureOf2015() throws IOException {
        CandleFiles.Content read = recorded("BANKNIFTY_F1_futures_1m_2015.csv.gz");
        assertThat(read.files().getFirst().label()).isEqualTo(BarLabel.END);
        assertThat(read.dirt().count(Dirt.SHORT_ROW)).isEqualTo(15_375);
        assertThat(read.unknownYears()).containsExactly(2015);
        assertThat(read.dirt().examples(Dirt.CLOSED_DAY)).anyMatch(day -> day.endsWith("2015-02-28"));
    }

    @Test
    void takesTheSecondsOfTheNiftyFutureForTheirMinute() throws IOException {
        CandleFiles.Content read = recorded("NIFTY_1M_futures_2015.csv.gz");
        assertThat(read.files().getFirst().label()).isEqualTo(BarLabel.START);
        assertThat(read.candles()).isEqualTo(89_622);
    }

    @Test
    void keepsThePreOpenOutOfTheIndexAndHasNoGapInTheStock() throws IOException {
        CandleFiles.Content index = recorded("NIFTY_index_1m_2021-01_2023-01.csv.gz");
        assertThat(index.files().getFirst().label()).isEqualTo(BarLabel.END);
        assertThat(index.symbols().getFirst().instrument().index()).isTrue();
        assertThat(index.dirt().examples(Dirt.OUTSIDE_SESSION).getFirst()).isEqualTo("NIFTY 2021-01-01 09:07");
        CandleFiles.Content stock = recorded("TCS_equity_1m_2025-01.csv.gz");
        assertThat(stock.candles()).isEqualTo(23 * 375);
        assertThat(stock.dirt().counts()).doesNotContainKeys(Dirt.MISSING_MINUTE, Dirt.OUTSIDE_SESSION, Dirt.REPEATED);
    }
}
