package in.sauda.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candlefile.RecordedData;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.time.IndiaTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TickReplayTest {
    private static final LocalDate DAY = LocalDate.of(2021, 3, 30);

    @TempDir
    private Path folder = Path.of("");

    private static long at(String time) {
        return IndiaTime.epochMillis(DAY, LocalTime.parse(time));
    }

    private static TickReplay replay(Path file) throws IOException {
        try (TickFiles files = new TickFiles(List.of(file))) {
            RecordedTick first = Objects.requireNonNull(files.peek());
            TickReplay replay = new TickReplay(TradingCalendar.bundled(), first.millis() - 60_000L, _ -> {});
            for (RecordedTick tick = files.next(); tick != null; tick = files.next()) {
                replay.onTick(tick);
            }
            replay.finish();
            return replay;
        }
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void makesCandlesOfTicks() throws IOException {
        Path file = write("X_ticks_today.csv", """
                file_day,timestamp,ltp,cum_volume
                2021-03-30,2021-03-30 09:10:00,100.00,500
                2021-03-30,2021-03-30 09:15:01,100.00,600
                2021-03-30,2021-03-30 09:15:30,101.50,650
                2021-03-30,2021-03-30 09:15:59,99.50,700
                2021-03-30,2021-03-30 09:16:00,99.50,700
                2021-03-30,2021-03-30 09:16:20,100.05,900
                2021-03-30,1970-01-01 05:30:00,100.05,900
                2021-03-30,2021-03-31 09:00:00,100.05,0
                2021-03-30,torn,100.05,0
                """);
        try (TickReplay replay = replay(file)) {
            LiveBarSeries candles = replay.candles("X");
            assertThat(candles.candle(0)).isEqualTo(new Candle(at("09:15"), 10_000, 10_150, 9_950, 9_950, 200, 0));
            // The first row of 09:16 repeats the last one: no trade.
            assertThat(candles.candle(1)).isEqualTo(new Candle(at("09:16"), 10_005, 10_005, 10_005, 10_005, 200, 0));
            assertThat(candles.size()).isEqualTo(2);
            assertThat(ReplayFiles.candles(replay)).isEqualTo("""
                    symbol,exchange,timestamp,open,high,low,close,volume,flags
                    X,NSE,2021-03-30T09:15:00+05:30,100.00,101.50,99.50,99.50,200,
                    X,NSE,2021-03-30T09:16:00+05:30,100.05,100.05,100.05,100.05,200,
                    """);
        }
        try (TickFiles files = new TickFiles(List.of(file))) {
            List<RecordedTick> ticks = new ArrayList<>();
            for (RecordedTick tick = files.next(); tick != null; tick = files.next()) {
                ticks.add(tick);
            }
            assertThat(ticks).hasSize(6);
            assertThat(files.dirt()).isEqualTo(Map.of(TickDirt.WRONG_DAY, 2L, TickDirt.UNREADABLE, 1L));
        }
    }

    @Test
    void putsBlocksInOrderAndLeavesLateTicksWhereTheyAre() throws IOException {
        Path file = write("blocks.csv", """
                symbol,timestamp,price,volume
                A,2021-03-30 13:00:00,10,5
                A,2021-03-30 13:00:02,11,6
                A,2021-03-30 13:00:01,12,5
                A,2021-03-30 10:00:00,8,1
                A,2021-03-30 10:00:05,9,2
                """);
        try (TickFiles files = new TickFiles(List.of(file))) {
            List<Long> prices = new ArrayList<>();
            for (RecordedTick tick = files.next(); tick != null; tick = files.next()) {
                prices.add(tick.price());
            }
            assertThat(prices).containsExactly(800L, 900L, 1_000L, 1_100L, 1_200L);
            assertThat(files.dirt()).isEqualTo(Map.of(TickDirt.MISPLACED, 2L));
        }
    }

    @Test
    void mergesFilesByTimeAndGivesTheSameBytesTwice() throws IOException {
        Path one = write("ONE_ticks.csv", """
                timestamp,ltp,cum_volume
                2021-03-30 09:16:00,10,1
                2021-03-30 09:17:00,11,5
                """);
        Path two = write("TWO_ticks.csv", """
                timestamp,ltp,cum_volume
                2021-03-30 09:15:30,20,1
                2021-03-30 09:16:30,21,5
                """);
        List<String> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            try (TickFiles files = new TickFiles(List.of(one, two));
                    TickReplay replay = new TickReplay(TradingCalendar.bundled(), at("09:00"), _ -> {})) {
                for (RecordedTick tick = files.next(); tick != null; tick = files.next()) {
                    replay.onTick(tick);
                }
                replay.finish();
                assertThat(replay.instruments())
                        .extracting(instrument -> instrument.symbol())
                        .containsExactly("TWO", "ONE");
                runs.add(ReplayFiles.candles(replay));
            }
        }
        assertThat(runs.getFirst()).isEqualTo(runs.getLast()).hasLineCount(5);
    }

    /// What the raw rows of one minute look like, as far as it explains why our candle differs from the derived one.
    private static final class MinuteFacts {
        private boolean opensWithRepeat;
        private boolean outOfOrder;
    }

    /// 51 real days. The derived file takes every row for a trade, in the order of time. The engine takes rows that
    /// change neither price nor volume for quote refreshes (rules 7.2), and rows whose volume is older for out of
    /// order (rules 7.3). Every candle must be there; every difference must have one of these causes.
    @Test
    void makesTheCandlesOfTheDerivedFileOfRelianceAndExplainsEveryDifference() throws IOException {
        Path raw = RecordedData.file("ticks/RELIANCE_ticks_2021-03-26_2021-06-11.csv.gz");
        Path derived = RecordedData.file(
                "ohlcv_1m/DERIVED_from_ticks_nifty50_stocks_and_indices_1m_2021-03-26_2021-06-11.csv.gz");
        Map<Long, Candle> expected = derived(derived, "RELIANCE,");
        Map<Long, MinuteFacts> facts = facts(raw);
        Map<LocalDate, Long> volumeDifference = new HashMap<>();
        int same = 0;
        try (TickReplay replay = replay(raw)) {
            LiveBarSeries candles = replay.candles("RELIANCE");
            assertThat(candles.size()).isEqualTo(expected.size()).isEqualTo(16_665);
            LocalDate day = LocalDate.MIN;
            for (int bar = 0; bar < candles.size(); bar++) {
                Candle ours = candles.candle(bar);
                Candle theirs = expected.get(ours.startMillis());
                assertThat(theirs)
                        .as("a candle of the derived file at %d", ours.startMillis())
                        .isNotNull();
                if (theirs.equals(new Candle(
                        ours.startMillis(), ours.open(), ours.high(), ours.low(), ours.close(), ours.volume(), 0))) {
                    same++;
                    continue;
                }
                LocalDate date = IndiaTime.date(ours.startMillis());
                boolean firstOfDay = !date.equals(day);
                day = date;
                MinuteFacts fact = facts.getOrDefault(ours.startMillis(), new MinuteFacts());
                MinuteFacts before = facts.getOrDefault(ours.startMillis() - 60_000L, new MinuteFacts());
                MinuteFacts after = facts.getOrDefault(ours.startMillis() + 60_000L, new MinuteFacts());
                boolean explained =
                        fact.opensWithRepeat || fact.outOfOrder || before.outOfOrder || after.outOfOrder || firstOfDay;
                assertThat(explained).as("why %s differs from %s", ours, theirs).isTrue();
                volumeDifference.merge(date, ours.volume() - theirs.volume(), Long::sum);
            }
        }
        assertThat(same).isGreaterThan(15_700);
        // Volume is conserved, but for the part of the day before the recording began on the first day, and for the
        // pre-open on the days whose pre-open was recorded: the derived file's first candle has both.
        volumeDifference.values().removeIf(units -> units == 0);
        assertThat(volumeDifference)
                .containsOnlyKeys(
                        LocalDate.of(2021, 3, 30),
                        LocalDate.of(2021, 5, 4),
                        LocalDate.of(2021, 5, 5),
                        LocalDate.of(2021, 5, 6),
                        LocalDate.of(2021, 5, 7),
                        LocalDate.of(2021, 5, 10),
                        LocalDate.of(2021, 5, 11));
        assertThat(volumeDifference).containsEntry(LocalDate.of(2021, 3, 30), -869_135L);
    }

    private static BufferedReader lines(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    private static Map<Long, Candle> derived(Path file, String prefix) throws IOException {
        Map<Long, Candle> candles = new TreeMap<>();
        try (BufferedReader reader = lines(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(prefix)) {
                    String[] cells = line.split(",", -1);
                    long start = OffsetDateTime.parse(cells[1]).toInstant().toEpochMilli();
                    candles.put(
                            start,
                            new Candle(
                                    start,
                                    paise(cells[2]),
                                    paise(cells[3]),
                                    paise(cells[4]),
                                    paise(cells[5]),
                                    Long.parseLong(cells[6]),
                                    0));
                }
            }
        }
        return candles;
    }

    private static long paise(String rupees) {
        return new BigDecimal(rupees).movePointRight(2).longValueExact();
    }

    private static Map<Long, MinuteFacts> facts(Path file) throws IOException {
        Map<Long, MinuteFacts> facts = new HashMap<>();
        String lastPrice = "";
        long lastVolume = 0;
        long lastMinute = 0;
        try (BufferedReader reader = lines(file)) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                if (!cells[1].startsWith(cells[0])) {
                    continue;
                }
                long millis = LocalDateTime.parse(cells[1].replace(' ', 'T'))
                        .toInstant(IndiaTime.OFFSET)
                        .toEpochMilli();
                long minute = Math.floorDiv(millis, 60_000L) * 60_000L;
                long volume = Long.parseLong(cells[3]);
                MinuteFacts fact = facts.computeIfAbsent(minute, _ -> new MinuteFacts());
                if (minute != lastMinute) {
                    fact.opensWithRepeat |= cells[2].equals(lastPrice) && volume <= lastVolume;
                }
                fact.outOfOrder |= volume < lastVolume || minute < lastMinute;
                lastPrice = cells[2];
                lastVolume = volume;
                lastMinute = minute;
            }
        }
        return facts;
    }
}
