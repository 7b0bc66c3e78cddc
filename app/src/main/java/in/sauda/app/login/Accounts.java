package in.sauda.app.login;

import in.sauda.app.settings.Settings.Profile;
import in.sauda.app.settings.SettingsStore;
import in.sauda.core.broker.Broker;
import in.sauda.core.secrets.EnvironmentSecrets;
import in.sauda.core.secrets.Redaction;
import in.sauda.core.secrets.SecretName;
import in.sauda.core.secrets.SecretStore;
import in.sauda.core.secrets.SecretStoreException;
import in.sauda.core.secrets.Vault;
import in.sauda.core.time.TimeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The user's profiles: what is not secret in the settings, what is in the vault, what is missing from the
/// environment. Safe from any thread; what touches the vault blocks.
public final class Accounts {
    private final SettingsStore settings;
    private final Vault vault;
    private final EnvironmentSecrets environment;
    private final TimeSource time;

    public Accounts(SettingsStore settings, Vault vault, EnvironmentSecrets environment, TimeSource time) {
        this.settings = settings;
        this.vault = vault;
        this.environment = environment;
        this.time = time;
    }

    public Vault vault() {
        return vault;
    }

    /// All profiles, the one used last first.
    public List<Profile> profiles() {
        return settings.get().profiles().stream()
                .sorted(Comparator.comparingLong(Profile::lastUsedMillis)
                        .reversed()
                        .thenComparing(Profile::name))
                .toList();
    }

    /// The profile somebody means, by its name or client code, whatever the case.
    public Optional<Profile> named(String name) {
        return profiles().stream()
                .filter(profile -> profile.name().equalsIgnoreCase(name)
                        || profile.plain().containsValue(name)
                        || profile.id().equals(name))
                .findFirst();
    }

    /// What the environment says about a broker's login; for a form that starts empty.
    public Map<String, String> environment(Broker broker) {
        return environment.of(broker);
    }

    /// Everything that is known of a profile's login: environment, overruled by settings, overruled by the
    /// vault. Blocks.
    ///
    /// @throws SecretStoreException when the vault cannot be read
    public Map<String, String> recall(Broker broker, Profile profile) throws SecretStoreException {
        Map<String, String> values = new HashMap<>(environment.of(broker));
        values.putAll(profile.plain());
        if (!profile.remembered().isEmpty()) {
            SecretStore store = vault.store();
            for (String field : profile.remembered()) {
                store.get(new SecretName(profile.id(), field)).ifPresent(value -> {
                    Redaction.know(value);
                    values.put(field, value);
                });
            }
        }
        return values;
    }

    /// Keeps a profile and the secrets that were chosen, and forgets those that no longer are. A profile of the
    /// same broker and client is the same profile. Blocks.
    ///
    /// @param secrets values to keep by field name
    /// @throws SecretStoreException when a secret could not be kept; the profile is kept without it
    public Profile keep(Profile draft, Map<String, String> secrets) throws SecretStoreException {
        Profile known = known(draft);
        List<String> kept = new ArrayList<>();
        try {
            if (!secrets.isEmpty() || !known.remembered().isEmpty()) {
                SecretStore store = vault.store();
                for (Map.Entry<String, String> secret : new LinkedHashMap<>(secrets).entrySet()) {
                    Redaction.know(secret.getValue());
                    store.put(new SecretName(known.id(), secret.getKey()), secret.getValue());
                    kept.add(secret.getKey());
                }
                for (String field : known.remembered()) {
                    if (!secrets.containsKey(field)) {
                        store.remove(new SecretName(known.id(), field));
                    }
                }
            }
        } finally {
            replace(new Profile(known.id(), draft.broker(), draft.name(), draft.plain(), kept, time.wallMillis()));
        }
        return new Profile(known.id(), draft.broker(), draft.name(), draft.plain(), kept, time.wallMillis());
    }

    private Profile known(Profile draft) {
        return profiles().stream()
                .filter(profile -> profile.id().equals(draft.id()) || sameClient(profile, draft))
                .findFirst()
                .orElse(draft);
    }

    private static boolean sameClient(Profile one, Profile other) {
        String client = one.plain().getOrDefault("clientcode", "");
        return one.broker().equals(other.broker())
                && !client.isEmpty()
                && client.equalsIgnoreCase(other.plain().getOrDefault("clientcode", ""));
    }

    private void replace(Profile profile) {
        settings.update(now -> {
            List<Profile> profiles = new ArrayList<>(now.profiles());
            profiles.removeIf(other -> other.id().equals(profile.id()));
            profiles.add(profile);
            return now.withProfiles(profiles);
        });
    }

    public void used(Profile profile) {
        change(profile, found -> found.usedAt(time.wallMillis()));
    }

    public void rename(Profile profile, String name) {
        if (!name.isBlank()) {
            change(profile, found -> found.withName(name.strip()));
        }
    }

    private void change(Profile profile, UnaryOperator<Profile> change) {
        settings.update(now -> now.withProfiles(now.profiles().stream()
                .map(found -> found.id().equals(profile.id()) ? change.apply(found) : found)
                .toList()));
    }

    /// Deletes a profile and its secrets. Blocks.
    ///
    /// @throws SecretStoreException when a secret may still be there; the profile then stays, to be tried again
    public void delete(Profile profile) throws SecretStoreException {
        if (!profile.remembered().isEmpty()) {
            SecretStore store = vault.store();
            for (String field : profile.remembered()) {
                store.remove(new SecretName(profile.id(), field));
            }
        }
        settings.update(now -> now.withProfiles(now.profiles().stream()
                .filter(other -> !other.id().equals(profile.id()))
                .toList()));
    }

    /// An id no profile has.
    String freshId(Broker broker) {
        int number = 1;
        List<String> taken = profiles().stream().map(Profile::id).toList();
        while (taken.contains(broker.id().value() + "-" + number)) {
            number++;
        }
        return broker.id().value() + "-" + number;
    }
}
