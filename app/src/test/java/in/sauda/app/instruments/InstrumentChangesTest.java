package in.sauda.app.instruments;

import static in.sauda.app.testkit.Instruments.NIFTY_FUTURE;
import static in.sauda.app.testkit.Instruments.RELIANCE;
import static in.sauda.app.testkit.Instruments.SBIN;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.settings.SettingsStore;
import in.sauda.app.testkit.FakeMasters;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.instruments.ChangeKind;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentChange;
import in.sauda.core.view.UiEvent.Notice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstrumentChangesTest {
    @TempDir
    Path home;

    private final FakeMasters masters = new FakeMasters(List.of(SBIN, RELIANCE, NIFTY_FUTURE));

    @Test
    void listsTheNewestComparisonAndNarrowsIt() {
        masters.changed(List.of(change(ChangeKind.NEW, SBIN, "", "SBIN")));
        masters.changed(List.of(
                change(ChangeKind.LOT, NIFTY_FUTURE, "75", "65"), change(ChangeKind.GONE, RELIANCE, "RELIANCE", "")));
        ChangesViewModel model = new ChangesViewModel(masters, Runnable::run, Runnable::run);
        model.attach();
        assertThat(model.comparisons()).hasSize(2);
        assertThat(model.rows()).extracting(InstrumentChange::kind).containsExactly(ChangeKind.LOT, ChangeKind.GONE);
        model.show(Set.of(ChangeKind.LOT));
        assertThat(model.rows()).extracting(InstrumentChange::after).containsExactly("65");
        model.show(Set.of());
        model.search("relia");
        assertThat(model.rows()).extracting(InstrumentChange::kind).containsExactly(ChangeKind.GONE);
        model.search("");
        model.choose(model.comparisons().getLast());
        assertThat(model.rows()).extracting(InstrumentChange::kind).containsExactly(ChangeKind.NEW);
    }

    @Test
    void tellsOnceWhatTouchesTheUsersOwn() {
        List<Notice> told = new ArrayList<>();
        try (SettingsStore settings = SettingsStore.open(home.resolve("settings.json"), new ManualTime())) {
            InstrumentAlerts alerts = alerts(settings, told);
            alerts.attach();
            masters.changed(List.of(
                    change(ChangeKind.LOT, NIFTY_FUTURE, "75", "65"),
                    change(ChangeKind.GONE, SBIN, "SBIN", ""),
                    change(ChangeKind.NEW, RELIANCE, "", "RELIANCE")));
            masters.changed(List.of(change(ChangeKind.GONE, SBIN, "SBIN", "")));
            alerts.detach();
            InstrumentAlerts afterRestart = alerts(settings, told);
            afterRestart.attach();
            afterRestart.detach();
        }
        assertThat(told)
                .singleElement()
                .satisfies(notice -> assertThat(notice.sentence())
                        .isEqualTo("The new instrument file changes what you watch or hold:"
                                + " NIFTY29SEP26FUT (held) lot size 75 → 65."));
        assertThat(masters.listeners()).isZero();
    }

    private InstrumentAlerts alerts(SettingsStore settings, List<Notice> told) {
        return new InstrumentAlerts(
                masters,
                settings,
                () -> Map.of(NIFTY_FUTURE.key(), "held", RELIANCE.key(), "watched"),
                told::add,
                Runnable::run,
                Runnable::run);
    }

    private static InstrumentChange change(ChangeKind kind, Instrument instrument, String before, String after) {
        return new InstrumentChange(kind, instrument.key(), instrument.symbol(), before, after);
    }
}
