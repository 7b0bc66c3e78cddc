package in.sauda.app.strategies;

import in.sauda.app.settings.Settings.ProfileEntry;
import in.sauda.app.settings.Settings.Strategies;
import in.sauda.app.settings.Settings.StrategyEntry;
import in.sauda.app.settings.SettingsStore;
import in.sauda.core.strategy.Lane;
import in.sauda.core.strategy.StrategyProfile;
import in.sauda.core.strategy.StrategySetup;
import in.sauda.core.strategy.StrategyTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How the user runs strategies, kept in the settings. What a settings file says that this version does not know is
/// left alone and not run.
final class StrategyStore {
    private final SettingsStore settings;

    StrategyStore(SettingsStore settings) {
        this.settings = settings;
    }

    /// Instances as the user left them.
    List<StrategySetup> setups() {
        List<StrategySetup> setups = new ArrayList<>();
        for (StrategyEntry entry : settings.get().strategies().instances()) {
            Optional<StrategyProfile> profile = profiles().stream()
                    .filter(known -> known.name().equals(entry.profile()))
                    .findFirst();
            Optional<Lane> lane = lane(entry.lane());
            if (profile.isPresent() && lane.isPresent()) {
                setups.add(new StrategySetup(entry.id(), profile.get(), lane.get(), entry.running()));
            }
        }
        return setups;
    }

    private static Optional<Lane> lane(String name) {
        return List.of(Lane.values()).stream()
                .filter(lane -> lane.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /// Every profile: those that come with the program, then the user's versions.
    List<StrategyProfile> profiles() {
        List<StrategyProfile> all = new ArrayList<>();
        StrategyTypes.all().forEach(type -> all.addAll(type.builtIn()));
        for (ProfileEntry entry : settings.get().strategies().profiles()) {
            all.add(new StrategyProfile(entry.strategy(), entry.name(), entry.version(), false, entry.values()));
        }
        return all;
    }

    /// The next version of a profile with some values changed, kept.
    StrategyProfile nextVersion(StrategyProfile base, Map<String, String> values) {
        int next = profiles().stream()
                        .filter(known -> known.strategy().equals(base.strategy()))
                        .mapToInt(StrategyProfile::version)
                        .max()
                        .orElse(0)
                + 1;
        StrategyProfile made = base.edited(next, values);
        settings.update(now -> {
            List<ProfileEntry> profiles = new ArrayList<>(now.strategies().profiles());
            profiles.add(new ProfileEntry(made.strategy(), made.name(), made.version(), made.values()));
            return now.withStrategies(new Strategies(now.strategies().instances(), profiles));
        });
        return made;
    }

    void keep(StrategySetup setup) {
        StrategyEntry entry = new StrategyEntry(
                setup.id(), setup.profile().name(), setup.lane().name().toLowerCase(Locale.ROOT), setup.running());
        settings.update(now -> {
            List<StrategyEntry> entries = without(now.strategies().instances(), setup.id());
            entries.add(entry);
            return now.withStrategies(new Strategies(entries, now.strategies().profiles()));
        });
    }

    void forget(String id) {
        settings.update(now -> now.withStrategies(new Strategies(
                without(now.strategies().instances(), id), now.strategies().profiles())));
    }

    private static List<StrategyEntry> without(List<StrategyEntry> entries, String id) {
        List<StrategyEntry> rest = new ArrayList<>(entries);
        rest.removeIf(entry -> entry.id().equals(id));
        return rest;
    }
}
