package in.sauda.app.strategies;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.settings.SettingsStore;
import in.sauda.core.strategy.Lane;
import in.sauda.core.strategy.StrategyProfile;
import in.sauda.core.strategy.StrategyRow;
import in.sauda.core.strategy.StrategySetup;
import in.sauda.core.strategy.StrategyType;
import in.sauda.core.strategy.StrategyTypes;
import in.sauda.core.view.Command;
import in.sauda.core.view.Terminal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The strategies, what they are doing, and what the user wants of them. FX thread only.
public final class StrategiesViewModel {
    private final Terminal terminal;
    private final StrategyStore store;
    private final ObservableList<StrategyLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private Registration registration = () -> {};

    public StrategiesViewModel(Terminal terminal, SettingsStore settings) {
        this.terminal = terminal;
        store = new StrategyStore(settings);
    }

    /// Runs strategies as the user left them and follows what they do.
    public void attach(PulseDriver driver) {
        store.setups().forEach(setup -> terminal.send(new Command.SetStrategy(setup)));
        registration = driver.onStatus(ignored -> refresh());
    }

    public void detach() {
        registration.remove();
    }

    private void refresh() {
        List<StrategyRow> rows = terminal.strategies();
        boolean same = rows.size() == lines.size();
        for (int i = 0; same && i < rows.size(); i++) {
            same = rows.get(i).id().equals(lines.get(i).row().id());
        }
        if (!same) {
            lines.setAll(rows.stream().map(StrategyLine::new).toList());
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            lines.get(i).show(rows.get(i));
        }
    }

    ObservableList<StrategyLine> lines() {
        return lines;
    }

    /// What the last action came to, in one sentence.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    static StrategyType type(StrategyProfile profile) {
        return StrategyTypes.named(profile.strategy());
    }

    /// Profiles an instance can have: those of its strategy that no other instance has.
    List<StrategyProfile> choices(StrategySetup setup) {
        List<String> taken = lines.stream()
                .map(line -> line.row().setup())
                .filter(Objects::nonNull)
                .filter(other -> !other.id().equals(setup.id()))
                .map(other -> other.profile().name())
                .toList();
        return store.profiles().stream()
                .filter(profile -> profile.strategy().equals(setup.profile().strategy()))
                .filter(profile -> !taken.contains(profile.name()))
                .toList();
    }

    /// Every profile of the strategies, for pages that only look.
    public List<StrategyProfile> profiles() {
        return store.profiles();
    }

    /// Starts what stands and stops what runs.
    void toggle(StrategyRow row) {
        StrategySetup setup = row.setup();
        if (setup == null) {
            message.set("This strategy belongs to the program and cannot be stopped here.");
            return;
        }
        boolean stands = row.state() == StrategyRow.State.STOPPED || row.state() == StrategyRow.State.FAILED;
        apply(setup.withRunning(stands), setup.profile().name() + (stands ? " was started." : " was stopped."));
    }

    void lane(StrategySetup setup, Lane lane) {
        apply(setup.withLane(lane), setup.profile().name() + ": " + lane.meaning());
    }

    void profile(StrategySetup setup, StrategyProfile profile) {
        apply(setup.withProfile(profile), "Now with the profile " + profile.name() + ".");
    }

    /// Makes the next version of an instance's profile and uses it.
    ///
    /// @param values of all parameters, as typed
    /// @return false when a value is wrong; the message says which
    boolean edit(StrategySetup setup, Map<String, String> values) {
        try {
            Map<String, String> checked = type(setup.profile()).checked(values);
            if (checked.equals(setup.profile().values())) {
                message.set("Nothing was changed.");
                return true;
            }
            StrategyProfile next = store.nextVersion(setup.profile(), checked);
            apply(setup.withProfile(next), "Saved as " + next.name() + "; its signals carry this name.");
            return true;
        } catch (IllegalArgumentException wrong) {
            message.set(String.valueOf(wrong.getMessage()));
            return false;
        }
    }

    /// Adds an instance with a version of its own, stopped and in the shadow.
    void copy(StrategySetup setup) {
        StrategyProfile next =
                store.nextVersion(setup.profile(), setup.profile().values());
        apply(
                new StrategySetup(next.name(), next, Lane.SHADOW, false),
                next.name() + " was added; it is stopped and in the shadow lane.");
    }

    /// True for instances the user added.
    boolean removable(StrategySetup setup) {
        return StrategyTypes.all().stream()
                .flatMap(type -> type.builtIn().stream())
                .noneMatch(profile -> profile.name().equals(setup.id()));
    }

    void remove(StrategySetup setup) {
        if (removable(setup)) {
            store.forget(setup.id());
            terminal.send(new Command.RemoveStrategy(setup.id()));
            message.set(setup.profile().name() + " was taken off; its profile is kept.");
        }
    }

    private void apply(StrategySetup setup, String sentence) {
        store.keep(setup);
        terminal.send(new Command.SetStrategy(setup));
        message.set(sentence);
    }
}
