package in.sauda.app.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.strategy.Lane;
import in.sauda.core.strategy.StrategyRow;
import in.sauda.core.strategy.StrategyRow.State;
import in.sauda.core.strategy.StrategySetup;
import in.sauda.core.strategy.StrategyTypes;
import in.sauda.core.view.Command;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategiesViewModelTest {
    private static final StrategySetup USUAL = new StrategySetup(
            "momentum", StrategyTypes.named("momentum").builtIn().getFirst(), Lane.CONFIRM, true);

    @TempDir
    private Path home = Path.of("");

    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    private static StrategyRow row(StrategySetup setup, State state) {
        return new StrategyRow(
                setup, setup.id(), setup.profile().name(), state, setup.lane(), 50, 48, 3, 7, 0, 2, 1, 0.4125, "");
    }

    private SettingsStore settings() {
        return SettingsStore.open(home.resolve("settings.json"), time);
    }

    private StrategySetup lastSent() {
        return terminal.sent(Command.SetStrategy.class).getLast().setup();
    }

    @Test
    void showsWhatTheEngineSays() {
        try (SettingsStore settings = settings()) {
            StrategiesViewModel model = new StrategiesViewModel(terminal, settings);
            PulseDriver driver = new PulseDriver(terminal, time);
            model.attach(driver);
            terminal.strategies(List.of(row(USUAL, State.WARMING_UP)));
            driver.pulse();
            StrategyLine line = model.lines().getFirst();
            assertThat(line.state.get().text()).isEqualTo("Warming up");
            assertThat(line.warm.get().text()).isEqualTo("48 of 50");
            assertThat(line.paper.get().text()).isEqualTo("+0.41 %  (2, 1 open)");
            assertThat(terminal.sent(Command.SetStrategy.class)).isEmpty();
        }
    }

    @Test
    void anEditBecomesTheNextVersionAndComesBackAfterARestart() {
        try (SettingsStore settings = settings()) {
            StrategiesViewModel model = new StrategiesViewModel(terminal, settings);
            Map<String, String> typed = new LinkedHashMap<>(USUAL.profile().values());
            typed.put("volMultiplier", "2.50");
            assertThat(model.edit(USUAL, typed)).isTrue();
            assertThat(lastSent().profile().name()).isEqualTo("momentum-v2");
            assertThat(lastSent().profile().values()).containsEntry("volMultiplier", "2.5");
            assertThat(lastSent().id()).isEqualTo("momentum");
            typed.put("volMultiplier", "3");
            assertThat(model.edit(lastSent(), typed)).isTrue();
            assertThat(lastSent().profile().name()).isEqualTo("momentum-v3");
            model.lane(lastSent(), Lane.PAPER);
        }
        StrategySetup left = lastSent();
        FakeTerminal next = new FakeTerminal(time);
        try (SettingsStore settings = settings()) {
            new StrategiesViewModel(next, settings).attach(new PulseDriver(next, time));
        }
        assertThat(next.sent(Command.SetStrategy.class))
                .extracting(Command.SetStrategy::setup)
                .containsExactly(left);
        assertThat(left.lane()).isEqualTo(Lane.PAPER);
    }

    @Test
    void aWrongValueIsRefusedInOneSentence() {
        try (SettingsStore settings = settings()) {
            StrategiesViewModel model = new StrategiesViewModel(terminal, settings);
            Map<String, String> typed = new LinkedHashMap<>(USUAL.profile().values());
            typed.put("noSignalBefore", "noon");
            assertThat(model.edit(USUAL, typed)).isFalse();
            assertThat(model.message().get()).isEqualTo("noSignalBefore must be a time like 09:20, not 'noon'.");
            assertThat(terminal.commands()).isEmpty();
        }
    }

    @Test
    void stopsStartsCopiesAndRemoves() {
        try (SettingsStore settings = settings()) {
            StrategiesViewModel model = new StrategiesViewModel(terminal, settings);
            model.toggle(row(USUAL, State.RUNNING));
            assertThat(lastSent().running()).isFalse();
            model.toggle(row(USUAL.withRunning(true), State.FAILED));
            assertThat(lastSent().running()).isTrue();
            model.copy(USUAL);
            StrategySetup copy = lastSent();
            assertThat(copy.id()).isEqualTo("momentum-v2");
            assertThat(copy.lane()).isEqualTo(Lane.SHADOW);
            assertThat(copy.running()).isFalse();
            assertThat(model.removable(USUAL)).isFalse();
            model.remove(copy);
            assertThat(terminal.sent(Command.RemoveStrategy.class))
                    .containsExactly(new Command.RemoveStrategy("momentum-v2"));
        }
    }
}
