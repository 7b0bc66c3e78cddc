package in.sauda.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.settings.Settings.PlannedJob;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.timeline.DayJob;
import in.sauda.core.timeline.JobRow.State;
import in.sauda.core.timeline.Timeline;
import in.sauda.core.timeline.TimelineLog;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The user moves jobs, switches them off and runs them by hand; that is remembered.
class TimelineViewModelTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @TempDir
    private Path home = Path.of("");

    private final ManualTime time = new ManualTime();
    private final PulseDriver driver = new PulseDriver(new FakeTerminal(time), time);
    private SettingsStore settings;
    private Timeline timeline;

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @BeforeEach
    void open() {
        settings = SettingsStore.open(home.resolve("settings.json"), time);
        timeline = timeline();
    }

    @AfterEach
    void close() {
        timeline.close();
        settings.close();
    }

    private Timeline timeline() {
        Timeline made = new Timeline(
                TradingCalendar.bundled(),
                false,
                () -> IndiaTime.epochMillis(FRIDAY, LocalTime.of(12, 0)),
                time,
                TimelineLog.open(home));
        made.add(
                new DayJob("review", "Review", "Writes it.", LocalTime.of(15, 45), true, day -> "7 signals reviewed."));
        return made;
    }

    private TimelineViewModel model(Timeline on) {
        return new TimelineViewModel(on, settings, () -> IndiaTime.epochMillis(FRIDAY, LocalTime.of(12, 0)));
    }

    private static String at(TimelineViewModel model) {
        return model.jobs().getFirst().at.get().text();
    }

    @Test
    void anotherTimeIsKeptForTheNextStart() {
        TimelineViewModel model = model(timeline);
        model.open(driver);
        assertThat(at(model)).isEqualTo("15:45");
        assertThat(model.move(model.jobs().getFirst().row(), "9:30")).isTrue();
        assertThat(at(model)).isEqualTo("09:30");
        model.turn(model.jobs().getFirst().row(), false);
        assertThat(settings.get().desk().jobs()).containsEntry("review", new PlannedJob("09:30", false));

        try (Timeline next = timeline()) {
            TimelineViewModel again = model(next);
            again.attach();
            again.open(driver);
            assertThat(at(again)).isEqualTo("09:30");
            assertThat(again.jobs().getFirst().row().state()).isEqualTo(State.OFF);
        }
    }

    @Test
    void whatIsNoTimeIsSaidAndChangesNothing() {
        TimelineViewModel model = model(timeline);
        model.open(driver);
        assertThat(model.move(model.jobs().getFirst().row(), "noon")).isFalse();
        assertThat(model.message().get()).contains("'noon' is no time");
        assertThat(at(model)).isEqualTo("15:45");
    }

    @Test
    void aJobRunByHandIsInTheJournal() {
        TimelineViewModel model = model(timeline);
        model.runNow(timeline.rows().getFirst());
        long end = System.nanoTime() + 5_000_000_000L;
        while (timeline.runs().isEmpty() && System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        model.open(driver);
        assertThat(model.runs().getFirst().words.get().text()).isEqualTo("7 signals reviewed.");
        assertThat(model.runs().getFirst().title.get().text()).isEqualTo("Review  (by hand)");
        assertThat(model.jobs().getFirst().words.get().text()).isEqualTo("7 signals reviewed.");
    }
}
