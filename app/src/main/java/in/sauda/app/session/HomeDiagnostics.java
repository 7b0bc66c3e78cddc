package in.sauda.app.session;

import in.sauda.app.login.Accounts;
import in.sauda.app.settings.SettingsStore;
import in.sauda.core.diagnostics.Check;
import in.sauda.core.diagnostics.Finding;
import in.sauda.core.secrets.EnvironmentSecrets;
import in.sauda.core.secrets.Vault;
import in.sauda.core.storage.Database;
import in.sauda.core.storage.StorageException;
import in.sauda.core.time.TimeSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The checks of a data folder nobody has opened a terminal on, for the command line.
public final class HomeDiagnostics {
    private HomeDiagnostics() {}

    /// @param offline leave out what needs the internet
    public static List<Check> checks(Path home, TimeSource time, boolean offline) {
        List<Check> checks = new ArrayList<>();
        try (SettingsStore settings = SettingsStore.open(home.resolve("settings.json"), time)) {
            Accounts accounts = new Accounts(
                    settings,
                    Vault.of(home, System.getenv(Vault.KEYCHAIN_VARIABLE)),
                    EnvironmentSecrets.ofThisProcess(),
                    time);
            TerminalChecks terminal = new TerminalChecks(home, accounts, time, () -> {}, () -> {});
            checks.addAll(terminal.all(null, offline ? List.of() : Brokers.all()));
        }
        checks.add(new Check("database", "Database", () -> database(home, time)));
        return checks;
    }

    private static Finding database(Path home, TimeSource time) {
        if (!Files.exists(home.resolve("database").resolve("sauda.mv.db"))) {
            return Finding.skipped("There is none yet; the first login makes it.");
        }
        try (Database database = Database.open(home, time)) {
            return database.notices().isEmpty()
                    ? Finding.ok(database.check())
                    : Finding.failed(database.notices().getFirst(), "");
        } catch (StorageException refused) {
            return Finding.note(refused.sentence(), refused.nextStep());
        }
    }
}
