package in.sauda.app.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.CellText.Flash;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tone;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.Instruments;
import in.sauda.app.testkit.ListDirectory;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.calendar.Phase;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.view.Command;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchlistViewModelTest {
    @TempDir
    Path home;

    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final ListDirectory directory =
            new ListDirectory(List.of(Instruments.RELIANCE, Instruments.SBIN, Instruments.NIFTY_CALL));

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @Test
    void remembersTheOrderRowsWereDraggedInto() {
        try (SettingsStore settings = open()) {
            WatchlistViewModel model = attached(settings, driver());
            model.addAll(directory.instruments());
            model.move(2, 0);
        }
        try (SettingsStore settings = open()) {
            WatchlistViewModel model = attached(settings, driver());
            assertThat(model.rows())
                    .extracting(row -> row.instrument().symbol())
                    .containsExactly("NIFTY29SEP2625000CE", "RELIANCE-EQ", "SBIN-EQ");
        }
        assertThat(terminal.sent(Command.Watch.class).getFirst().mode()).isEqualTo(FeedMode.FULL);
    }

    @Test
    void showsAndFlashesOnlyWhatChanged() {
        try (SettingsStore settings = open()) {
            PulseDriver driver = driver();
            WatchlistViewModel model = attached(settings, driver);
            WatchRow row = model.add(Instruments.RELIANCE);
            assertThat(row.last.get().text()).isEqualTo("–");
            terminal.tick(Instruments.RELIANCE, 141_030, 140_000, 4_56_000);
            driver.pulse();
            assertThat(row.last.get().text()).isEqualTo("1,410.30");
            assertThat(row.change.get().text()).isEqualTo("+10.30");
            assertThat(row.percent.get().text()).isEqualTo("▲ 0.74%");
            assertThat(row.percent.get().tone()).isEqualTo(Tone.UP);
            assertThat(row.volume.get().text()).isEqualTo("4.56 L");
            assertThat(row.last.get().flash()).isEqualTo(Flash.NONE);
            terminal.tick(Instruments.RELIANCE, 140_980, 140_000, 4_56_010);
            driver.pulse();
            assertThat(row.last.get().flash()).isEqualTo(Flash.DOWN);
            assertThat(row.change.get().flash()).isEqualTo(Flash.NONE);
        }
    }

    @Test
    void restsBetweenFlashesButNeverHoldsBackAPrice() {
        try (SettingsStore settings = open()) {
            PulseDriver driver = driver();
            WatchlistViewModel model = attached(settings, driver);
            WatchRow row = model.add(Instruments.RELIANCE);
            int flashes = 0;
            long flashNanos = row.last.get().flashNanos();
            for (int update = 0; update < 100; update++) {
                terminal.tick(Instruments.RELIANCE, 141_000 + update * 5, 140_000, 4_56_000);
                time.advanceMillis(20);
                driver.pulse();
                flashes += row.last.get().flashNanos() == flashNanos ? 0 : 1;
                flashNanos = row.last.get().flashNanos();
            }
            assertThat(row.last.get().text()).isEqualTo("1,414.95");
            assertThat(flashes).isBetween(3, 4);
        }
    }

    @Test
    void showsNoVolumeForAnIndex() {
        try (SettingsStore settings = open()) {
            PulseDriver driver = driver();
            WatchRow row = attached(settings, driver).add(Instruments.NIFTY);
            terminal.tick(Instruments.NIFTY, 2_500_000, 2_490_000, 0);
            driver.pulse();
            assertThat(row.last.get().text()).isEqualTo("25,000.00");
            assertThat(row.volume.get().text()).isEqualTo("–");
        }
    }

    @Test
    void callsAPriceStaleOnlyWhileItShouldMove() {
        try (SettingsStore settings = open()) {
            PulseDriver driver = driver();
            WatchlistViewModel model = attached(settings, driver);
            WatchRow row = model.add(Instruments.SBIN);
            terminal.tick(Instruments.SBIN, 83_000, 83_000, 10);
            driver.pulse();
            time.advanceMillis(9_900);
            driver.pulse();
            assertThat(row.stale().get()).isFalse();
            time.advanceMillis(600);
            driver.pulse();
            assertThat(row.stale().get()).isTrue();
            assertThat(row.age.get().text()).isEqualTo("10s");
            terminal.phase(Phase.CLOSED);
            time.advanceMillis(600);
            driver.pulse();
            assertThat(row.stale().get()).isFalse();
        }
    }

    private SettingsStore open() {
        return SettingsStore.open(home.resolve("settings.json"), time);
    }

    private PulseDriver driver() {
        return new PulseDriver(terminal, time);
    }

    private WatchlistViewModel attached(SettingsStore settings, PulseDriver driver) {
        WatchlistViewModel model = new WatchlistViewModel(terminal, directory, settings, time, ignored -> "Upstox");
        model.attach(driver);
        return model;
    }
}
