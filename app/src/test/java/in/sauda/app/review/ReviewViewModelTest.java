package in.sauda.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.signals.SignalsViewModel;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.Instruments;
import in.sauda.app.testkit.ManualTime;
import in.sauda.app.testkit.MarketScene;
import in.sauda.core.candles.Candle;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.review.DayRecords;
import in.sauda.core.review.Outcome;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.IndiaTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewViewModelTest {
    @TempDir
    private Path folder = Path.of("");

    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final MarketScene market = new MarketScene(terminal);
    private final PulseDriver driver = new PulseDriver(terminal, time);
    private final SignalsViewModel signals = new SignalsViewModel();
    private DayRecords records = DayRecords.NONE;

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    private ReviewViewModel model() {
        return new ReviewViewModel(terminal, signals.rows(), folder, records, Runnable::run, Runnable::run);
    }

    private LocalDate today() {
        return IndiaTime.date(terminal.status().marketMillis());
    }

    @Test
    void makesTodaysReviewAndKeepsWhatIsWritten() throws IOException {
        signals.attach(driver);
        market.signal(1, Instruments.RELIANCE, "MOMENTUM_LONG", 100_000, 0.8);
        driver.pulse();
        ReviewViewModel model = model();
        model.open();
        assertThat(model.date().get()).isEqualTo(today());
        assertThat(model.text().get()).contains("1 signal\n", "## What was learned");
        assertThat(model.lines()).hasSize(1);
        model.text().set(model.text().get().replace("1. ", "1. Wait for the second candle."));
        assertThat(model.changed()).isTrue();
        model.save();
        assertThat(model.changed()).isFalse();
        assertThat(folder.resolve("eod_report_" + today() + ".html")).content().contains("Wait for the second candle.");

        market.signal(2, Instruments.SBIN, "MOMENTUM_LONG", 100_000, 0.7);
        driver.pulse();
        model.make();
        assertThat(model.text().get()).contains("2 signals", "1. Wait for the second candle.");
    }

    @Test
    void keepsTheClassificationOfASignal() throws IOException {
        signals.attach(driver);
        market.signal(1, Instruments.RELIANCE, "MOMENTUM_LONG", 100_000, 0.8);
        driver.pulse();
        ReviewViewModel model = model();
        model.open();
        model.note(model.lines().getFirst(), "late", "entered on the third bar, too far up");
        assertThat(Files.readString(folder.resolve("signals_for_review_" + today() + ".csv")))
                .contains("late,\"entered on the third bar, too far up\"");
        model.make();
        assertThat(model.lines().getFirst().classification.get().text()).isEqualTo("late");
    }

    @Test
    void makesAnEarlierDayAgainFromItsSignalsAndCandlesAndKeepsWhatWasWritten() throws IOException {
        Signal raised = market.signal(1, Instruments.RELIANCE, "MOMENTUM_LONG", 100_000, 0.8);
        LocalDate day = IndiaTime.date(raised.candleMillis());
        terminal.marketMillis(raised.candleMillis() + 86_400_000L);
        List<Candle> candles = new ArrayList<>();
        for (int minute = 0; minute <= 20; minute++) {
            long price = 100_000 + minute * 50L;
            candles.add(new Candle(raised.candleMillis() + minute * 60_000L, price, price, price, price, 10_000, 0));
        }
        records = new Records(day, raised, candles);
        Files.writeString(folder.resolve("eod_report_" + day + ".md"), "");
        ReviewViewModel model = model();
        model.open();
        assertThat(model.days()).containsExactly(today(), day);
        model.read(day);
        // Fifteen minutes later the price is 0.75 % higher: clean (rules 2.5).
        assertThat(model.lines()).singleElement().satisfies(line -> {
            assertThat(line.observation().outcome()).isEqualTo(Outcome.CLEAN);
            assertThat(line.observation().signal()).isEqualTo(raised);
        });
        List<Candle> drawn = new ArrayList<>();
        model.candles(raised, drawn::addAll);
        assertThat(drawn).hasSize(21);
    }

    private record Records(LocalDate day, Signal signal, List<Candle> candles) implements DayRecords {
        @Override
        public List<LocalDate> days() {
            return List.of(day);
        }

        @Override
        public List<Signal> signals(LocalDate asked) {
            return asked.equals(day) ? List.of(signal) : List.of();
        }

        @Override
        public List<Candle> candles(Instrument instrument, LocalDate asked) {
            return candles;
        }
    }

    @Test
    void readsOlderReviewsWithoutTouchingThem() throws IOException {
        Path older = folder.resolve("eod_report_2026-09-01.md");
        Files.writeString(older, "# End of day 2026-09-01\n\nkept\n");
        ReviewViewModel model = model();
        model.open();
        assertThat(model.days()).containsExactly(today(), LocalDate.of(2026, 9, 1));
        model.read(LocalDate.of(2026, 9, 1));
        assertThat(model.text().get()).contains("kept");
        assertThat(model.lines()).isEmpty();
        assertThat(model.changed()).isFalse();
        model.export(folder.resolve("page.html"));
        assertThat(folder.resolve("page.html")).content().contains("<p>kept</p>");
    }
}
