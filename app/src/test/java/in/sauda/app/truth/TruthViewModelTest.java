package in.sauda.app.truth;

import static in.sauda.app.testkit.Instruments.RELIANCE;
import static in.sauda.app.testkit.Instruments.SBIN;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.testkit.ArrayBars;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.truth.DayParity;
import in.sauda.core.truth.MinuteDifference;
import in.sauda.core.truth.MinuteDifference.Kind;
import in.sauda.core.truth.RereadProgress;
import in.sauda.core.view.Command;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TruthViewModelTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final PulseDriver driver = new PulseDriver(terminal, time);

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    private static long at(String clock) {
        return IndiaTime.epochMillis(DAY, LocalTime.parse(clock));
    }

    /// Minutes from 09:15 to 09:30 without those named; the series says they were made from ticks.
    private static ArrayBars minutesWithout(String... missing) {
        List<long[]> bars = new ArrayList<>();
        for (long start = at("09:15"); start < at("09:30"); start += 60_000L) {
            String clock = IndiaTime.time(start).toString();
            if (!List.of(missing).contains(clock)) {
                bars.add(new long[] {start, 100, 100, 100, 100, 10});
            }
        }
        bars.add(new long[] {at("09:30"), 100, 100, 100, 100, 10});
        return new ArrayBars(Timeframe.M1, bars.toArray(long[][]::new));
    }

    private static DayParity parity(Instrument instrument, boolean whole, int prices, int mended, String failure) {
        return new DayParity(
                instrument.key(),
                instrument.symbol(),
                DAY,
                at("16:05"),
                whole,
                375,
                375,
                370,
                prices,
                0,
                mended,
                0,
                prices * 35L,
                0.0,
                failure);
    }

    private TruthViewModel open() {
        terminal.marketMillis(at("09:30"));
        terminal.truth().sessions.add(DAY);
        terminal.truth().minutes.put(RELIANCE, minutesWithout());
        terminal.truth().minutes.put(SBIN, minutesWithout("09:20", "09:21", "09:25"));
        TruthViewModel model =
                new TruthViewModel(terminal, TradingCalendar.bundled(), time, Runnable::run, Runnable::run);
        model.open(driver);
        return model;
    }

    @Test
    void instrumentsWithGapsComeFirstAndSayWhich() {
        TruthViewModel model = open();
        assertThat(model.lines()).extracting(TruthLine::instrument).containsExactly(SBIN, RELIANCE);
        TruthLine gaps = model.lines().getFirst();
        assertThat(gaps.found().state()).isEqualTo(TruthState.GAPS);
        assertThat(gaps.missing.get().text()).isEqualTo("3");
        assertThat(gaps.ticks.get().text()).isEqualTo("12");
        model.select(gaps);
        assertThat(model.minutes())
                .extracting(line -> line.time().get().text())
                .containsExactly("09:20–09:21", "09:25");
        assertThat(model.message().get()).startsWith("Not compared yet");
    }

    @Test
    void aComparedDayShowsWhatDifferedMinuteByMinute() {
        TruthViewModel model = open();
        Candle ours = new Candle(at("09:18"), 150_000, 150_100, 149_900, 150_000, 1_000, 0);
        Candle theirs = new Candle(at("09:18"), 150_000, 150_135, 149_900, 150_000, 1_000, Candle.HISTORY);
        terminal.truth().parity.add(parity(RELIANCE, true, 1, 0, ""));
        terminal.truth().parity.add(parity(SBIN, true, 0, 2, ""));
        terminal.truth().differences.add(new MinuteDifference(at("09:18"), Kind.PRICE, ours, theirs));
        time.advanceMillis(2_100);
        driver.pulse();
        assertThat(model.lines())
                .extracting(line -> line.found().state())
                .containsExactly(TruthState.DIFFERS, TruthState.MENDED);
        assertThat(model.lines().getFirst().worstPrice.get().text()).isEqualTo("0.35");
        assertThat(model.message().get()).isEqualTo("1 of 2 are the broker's, 1 differed.");
        model.select(model.lines().getFirst());
        assertThat(model.minutes()).singleElement().satisfies(line -> {
            assertThat(line.what().get().text()).isEqualTo("price");
            assertThat(line.ours().get().text()).isEqualTo("1,500.00  1,501.00  1,499.00  1,500.00  · 1.0 K");
            assertThat(line.theirs().get().text()).contains("1,501.35");
        });
    }

    @Test
    void anUnreadDayAndARunningRereadSaySo() {
        TruthViewModel model = open();
        terminal.truth().parity.add(DayParity.unread(RELIANCE.key(), "RELIANCE-EQ", DAY, at("16:05"), 375, "Busy."));
        terminal.truth().progress = new RereadProgress(DAY, 2, 0, 1, 0, 0, List.of());
        time.advanceMillis(2_100);
        driver.pulse();
        assertThat(model.lines().getFirst().found().state()).isEqualTo(TruthState.UNREAD);
        assertThat(model.message().get()).isEqualTo("Reading 2026-11-20 again: 1 of 2.");
    }

    @Test
    void asksForTheWholeDayOrOneInstrument() {
        TruthViewModel model = open();
        model.rereadAll();
        model.select(model.lines().getLast());
        model.rereadSelected();
        assertThat(terminal.sent(Command.Reread.class))
                .containsExactly(new Command.Reread(DAY, List.of()), new Command.Reread(DAY, List.of(RELIANCE)));
    }

    @Test
    void showsOnlyTheStatesThatAreWanted() {
        TruthViewModel model = open();
        model.only(Set.of(TruthState.OPEN));
        assertThat(model.lines()).extracting(TruthLine::instrument).containsExactly(RELIANCE);
        model.only(Set.of());
        assertThat(model.lines()).hasSize(2);
    }
}
