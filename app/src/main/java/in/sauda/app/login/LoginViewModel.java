package in.sauda.app.login;

import in.sauda.app.login.SignIn.Ready;
import in.sauda.app.settings.Settings.Profile;
import in.sauda.core.broker.Broker;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.CredentialField;
import in.sauda.core.broker.CredentialField.Kind;
import in.sauda.core.secrets.EncryptedFileStore;
import in.sauda.core.secrets.Redaction;
import in.sauda.core.secrets.SecretStoreException;
import in.sauda.core.secrets.Totp;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One login at one broker, from the first field to the open terminal: the wizard of a new account, or the short
/// login of a profile. Secrets live in its fields until the login succeeded; a failure keeps what was typed. FX
/// thread only.
public final class LoginViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(LoginViewModel.class);

    /// What is said after a failed login.
    public record Failure(String sentence, String nextStep, String code) {}

    private final Broker broker;
    private final Doors doors;
    private final Executor ui;
    private final @Nullable Profile profile;
    private final LoginFields fields;
    private final LoginStages stages = new LoginStages();
    private final IntegerProperty page = new SimpleIntegerProperty();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper recalled = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper codePreview = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper passphraseNeeded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper passphraseIsNew = new ReadOnlyBooleanWrapper();
    private final BooleanProperty remember = new SimpleBooleanProperty(true);
    private final BooleanProperty rememberTotp = new SimpleBooleanProperty();
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");

    /// @param profile to log in with, null for an account that is not known yet
    public LoginViewModel(Broker broker, Doors doors, Executor ui, @Nullable Profile profile) {
        this.broker = broker;
        this.doors = doors;
        this.ui = ui;
        this.profile = profile;
        fields = new LoginFields(broker);
        fields.fill(doors.accounts().environment(broker));
        if (profile != null) {
            fields.fill(profile.plain());
            name.set(profile.name());
            page.set(fields.pages().size());
        }
    }

    public Broker broker() {
        return broker;
    }

    public LoginFields fields() {
        return fields;
    }

    /// Number of the page that is shown; as many as there are pages for the last one, which logs in.
    public IntegerProperty page() {
        return page;
    }

    public boolean onLastPage() {
        return page.get() == fields.pages().size();
    }

    public @Nullable Profile profile() {
        return profile;
    }

    public LoginStages stages() {
        return stages;
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    /// The six digits the typed secret gives now and how long they last; empty without a secret.
    public ReadOnlyStringProperty codePreview() {
        return codePreview.getReadOnlyProperty();
    }

    /// What comparing clocks with the broker said.
    public ReadOnlyStringProperty clock() {
        return clock.getReadOnlyProperty();
    }

    /// Where secrets are kept on this computer, for people; empty until that is known.
    public ReadOnlyStringProperty place() {
        return place.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty passphraseNeeded() {
        return passphraseNeeded.getReadOnlyProperty();
    }

    /// True when the passphrase typed here will be the one of a new file.
    public ReadOnlyBooleanProperty passphraseIsNew() {
        return passphraseIsNew.getReadOnlyProperty();
    }

    public BooleanProperty remember() {
        return remember;
    }

    /// Off unless the user says so: with the secret this computer holds both factors of the login.
    public BooleanProperty rememberTotp() {
        return rememberTotp;
    }

    public StringProperty passphrase() {
        return passphrase;
    }

    /// What the profile is to be called.
    public StringProperty name() {
        return name;
    }

    /// True once everything that is kept of the profile is in the fields; what is missing then has to be typed.
    public ReadOnlyBooleanProperty recalled() {
        return recalled.getReadOnlyProperty();
    }

    /// Fields the short login of a profile still has to ask for.
    public List<CredentialField> missing() {
        return fields.missing();
    }

    /// Looks where secrets are kept and compares clocks; call it when the form is shown. A profile of which
    /// everything is kept logs in at once.
    public void begin() {
        later(this::lookAtVault, this::vaultSeen);
        later(() -> ClockWords.of(broker, doors.time()), (words, problem) -> clock.set(problem == null ? words : ""));
    }

    private record VaultSeen(String place, boolean locked, boolean fresh) {}

    private VaultSeen lookAtVault() {
        boolean locked = doors.accounts().vault().locked();
        EncryptedFileStore file = doors.accounts().vault().file();
        return new VaultSeen(doors.accounts().vault().store().place(), locked, locked && !file.exists());
    }

    private void vaultSeen(VaultSeen seen, @Nullable Throwable problem) {
        if (problem != null) {
            fail(explain(problem));
            return;
        }
        place.set(seen.place());
        passphraseIsNew.set(seen.fresh());
        passphraseNeeded.set(
                seen.locked() && (profile == null || !profile.remembered().isEmpty()));
        if (profile != null && !passphraseNeeded.get()) {
            recall(profile);
        }
    }

    /// Refreshes the preview; called about once a second while the form is shown.
    public void tick() {
        long now = doors.time().wallMillis();
        codePreview.set(
                Totp.of(fields.totpSecret()).map(totp -> preview(totp, now)).orElse(""));
    }

    private static String preview(Totp totp, long now) {
        String code = totp.at(now);
        Redaction.knowForAWhile(code);
        return code.substring(0, 3) + " " + code.substring(3) + "   " + Totp.secondsLeft(now) + " s left";
    }

    /// Goes on when the page's fields are right; on the last page logs in.
    public void next() {
        if (busy.get()) {
            return;
        }
        if (onLastPage()) {
            submit();
        } else if (fields.validate(fields.pages().get(page.get()))) {
            page.set(page.get() + 1);
        }
    }

    /// Returns false where there is no page to go back to.
    public boolean back() {
        if (busy.get()) {
            return true;
        }
        if (page.get() == 0 || profile != null) {
            return false;
        }
        page.set(page.get() - 1);
        return true;
    }

    /// Checks everything and logs in. Ignored while a login is under way.
    public void submit() {
        if (busy.get()) {
            return;
        }
        if (profile != null && passphraseNeeded.get()) {
            unlock(profile);
            return;
        }
        for (int number = 0; number < fields.pages().size(); number++) {
            if (!fields.validate(fields.pages().get(number))) {
                page.set(profile == null ? number : fields.pages().size());
                return;
            }
        }
        if (keepsSecrets() && passphraseNeeded.get() && passphrase.get().isEmpty()) {
            failure.set(new Failure(
                    "A passphrase is needed to keep the secrets.",
                    "Type one, or switch off remembering.",
                    "SECRETS-2"));
            return;
        }
        logIn();
    }

    private boolean keepsSecrets() {
        return profile == null && remember.get();
    }

    /// What is to be kept after the broker has accepted it; taken from the fields before the work leaves this
    /// thread.
    private record Draft(@Nullable Profile profile, Map<String, String> secrets, String passphrase) {
        @Override
        public String toString() {
            return "Draft[redacted]";
        }
    }

    private void logIn() {
        busy.set(true);
        failure.set(null);
        stages.reset();
        Draft draft = draft();
        LoginRequest request = new LoginRequest(broker, fields.credentials(), fields.network());
        CompletableFuture<?> _ = CompletableFuture.runAsync(() -> unlockWith(draft.passphrase()), doors.background())
                .thenCompose(ignored -> doors.signIn().open(request, stages.reportingOn(ui)))
                .thenApplyAsync(ready -> keep(draft, ready), doors.background())
                .whenCompleteAsync(this::done, ui);
    }

    private Draft draft() {
        if (profile != null) {
            return new Draft(null, Map.of(), "");
        }
        Map<String, String> plain = fields.typed(fields::open);
        Map<String, String> secrets = remember.get() ? fields.typed(this::kept) : Map.of();
        String typed = name.get().strip();
        String called = typed.isEmpty() ? plain.values().stream().findFirst().orElse(broker.displayName()) : typed;
        Profile made = new Profile(doors.accounts().freshId(broker), broker.id().value(), called, plain, List.of(), 0);
        boolean locked = !secrets.isEmpty() && passphraseNeeded.get();
        return new Draft(made, secrets, locked ? passphrase.get() : "");
    }

    private boolean kept(CredentialField field) {
        return !fields.open(field)
                && field.kind() != Kind.TOTP_CODE
                && (field.kind() != Kind.TOTP_SECRET || rememberTotp.get());
    }

    private void unlockWith(String typed) {
        if (!typed.isEmpty()) {
            try {
                doors.accounts().vault().file().unlock(typed.toCharArray());
            } catch (SecretStoreException refused) {
                throw new CompletionException(refused);
            }
        }
    }

    /// Not being able to keep something is told in the log and does not undo a login.
    private Ready keep(Draft draft, Ready ready) {
        try {
            if (draft.profile() != null) {
                doors.accounts().keep(draft.profile(), draft.secrets());
            } else if (profile != null) {
                doors.accounts().used(profile);
            }
        } catch (SecretStoreException refused) {
            LOG.warn("Secrets were not kept: {} {}", refused.sentence(), refused.nextStep());
        }
        return ready;
    }

    private void done(@Nullable Ready ready, @Nullable Throwable problem) {
        busy.set(false);
        if (ready == null || problem != null) {
            fail(explain(problem));
        } else {
            fields.clear();
            passphrase.set("");
            ready.enter();
        }
    }

    private void unlock(Profile known) {
        busy.set(true);
        failure.set(null);
        char[] typed = passphrase.get().toCharArray();
        later(
                () -> {
                    doors.accounts().vault().file().unlock(typed);
                    return true;
                },
                (ignored, problem) -> {
                    busy.set(false);
                    if (problem != null) {
                        fail(explain(problem));
                    } else {
                        passphraseNeeded.set(false);
                        passphrase.set("");
                        recall(known);
                    }
                });
    }

    private void recall(Profile known) {
        busy.set(true);
        later(() -> doors.accounts().recall(broker, known), (values, problem) -> {
            busy.set(false);
            if (problem != null) {
                fail(explain(problem));
                return;
            }
            fields.fill(values);
            recalled.set(true);
            if (fields.missing().isEmpty()) {
                submit();
            }
        });
    }

    /// Runs what blocks elsewhere and brings the answer back to this thread. After a failure there is no value.
    private <T> void later(Callable<T> work, BiConsumer<T, @Nullable Throwable> answer) {
        CompletableFuture<T> result = new CompletableFuture<>();
        doors.background().execute(() -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        CompletableFuture<?> _ = result.whenCompleteAsync(answer, ui);
    }

    /// Shows a failure, and beside the field it speaks of when there is one.
    private void fail(Failure told) {
        stages.failed();
        failure.set(told);
        int blamed = fields.blame(told.code(), (told.sentence() + " " + told.nextStep()).strip());
        if (blamed >= 0 && profile == null) {
            page.set(blamed);
        }
    }

    private Failure explain(@Nullable Throwable problem) {
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        if (cause instanceof BrokerException refused) {
            BrokerFailure told = refused.failure();
            LOG.info("Login at {} failed: {}", broker.id(), told.code());
            return new Failure(told.sentence(), told.nextStep(), told.code());
        }
        if (cause instanceof SecretStoreException refused) {
            return new Failure(
                    refused.sentence(), refused.nextStep(), refused.reason().code());
        }
        LOG.warn("Login at {} failed unexpectedly", broker.id(), cause);
        return new Failure("The login could not be completed.", "Open Diagnostics, or run “sauda doctor”.", "LOGIN-1");
    }
}
