package in.sauda.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.login.LoginStages.State;
import in.sauda.app.settings.Settings.Profile;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.testkit.FakeBroker;
import in.sauda.app.testkit.ManualTime;
import in.sauda.app.testkit.TestVault;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.CredentialField;
import in.sauda.core.secrets.Vault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginViewModelTest {
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private final ManualTime time = new ManualTime();
    private final FakeBroker broker = FakeBroker.withLogin();
    private final TestVault keychain = new TestVault();
    private final List<LoginRequest> asked = new ArrayList<>();
    private CompletableFuture<SignIn.Ready> answer = new CompletableFuture<>();
    private LoginProgress progress = LoginProgress.none();
    private int entered;

    @TempDir
    private Path home;

    private SettingsStore settings;
    private Map<String, String> environment = Map.of();

    @BeforeEach
    void openSettings() {
        settings = SettingsStore.open(home.resolve("settings.json"), time);
    }

    @AfterEach
    void close() {
        settings.close();
    }

    private Doors doors(Vault vault) {
        SignIn signIn = (request, told) -> {
            asked.add(request);
            progress = told;
            answer = new CompletableFuture<>();
            return answer;
        };
        return new Doors(
                () -> {},
                List.of(broker),
                signIn,
                TestVault.accounts(settings, vault, environment, time),
                page -> {},
                time,
                Runnable::run);
    }

    private LoginViewModel model(Vault vault, @Nullable Profile profile) {
        LoginViewModel model = new LoginViewModel(broker, doors(vault), Runnable::run, profile);
        model.begin();
        return model;
    }

    private LoginViewModel withKeychain() {
        return model(keychain.vault(home), null);
    }

    private Vault fileVault() {
        return new Vault(Optional::empty, TestVault.file(home));
    }

    private CredentialField field(String name) {
        return broker.credentialFields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void type(LoginViewModel model, String name, String text) {
        model.fields().value(field(name)).set(text);
    }

    private String error(LoginViewModel model, String name) {
        return model.fields().error(field(name)).get();
    }

    private void typeAll(LoginViewModel model) {
        type(model, "clientcode", " A123456 ");
        type(model, "password", "4821");
        type(model, "apiKey", "Xk3dP0aQ");
        type(model, "totpSecret", SECRET);
    }

    private void toTheEnd(LoginViewModel model) {
        while (!model.onLastPage()) {
            int before = model.page().get();
            model.next();
            assertThat(model.page().get()).isEqualTo(before + 1);
        }
    }

    private void refuse(String code) {
        answer.completeExceptionally(
                new BrokerException(new BrokerFailure.Refused(code, "It was refused.", "Do this.")));
    }

    private void accept() {
        answer.complete(() -> entered++);
    }

    private Profile onlyProfile() {
        assertThat(settings.get().profiles()).hasSize(1);
        return settings.get().profiles().getFirst();
    }

    @Test
    void staysOnAPageUntilItsFieldsAreRight() {
        LoginViewModel model = withKeychain();
        type(model, "password", "48210");
        model.next();
        assertThat(model.page().get()).isZero();
        assertThat(error(model, "clientcode")).isEqualTo("Client code is needed.");
        assertThat(error(model, "password")).isEqualTo("The PIN is four digits.");
        type(model, "clientcode", "A123456");
        type(model, "password", "4821");
        model.next();
        assertThat(model.page().get()).isEqualTo(1);
        type(model, "apiKey", "Xk3dP0aQ");
        model.next();
        assertThat(error(model, "totp")).isEqualTo("Type the six digits, or give the secret they are made from.");
        type(model, "totp", "012345");
        model.next();
        assertThat(model.page().get()).isEqualTo(2);
        assertThat(model.back()).isTrue();
        assertThat(model.page().get()).isEqualTo(1);
        assertThat(asked).isEmpty();
    }

    @Test
    void showsTheDigitsOfTheTypedSecretAndHowLongTheyLast() {
        LoginViewModel model = withKeychain();
        model.tick();
        assertThat(model.codePreview().get()).isEmpty();
        type(model, "totpSecret", SECRET);
        model.tick();
        assertThat(model.codePreview().get()).matches("\\d{3} \\d{3} {3}\\d{1,2} s left");
    }

    @Test
    void keepsTheSecretsInTheKeychainButNotTheTotpSecret() {
        logInOnce();
    }

    private void logInOnce() {
        LoginViewModel model = withKeychain();
        typeAll(model);
        toTheEnd(model);
        model.next();
        model.next();
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.credentials().get("clientcode")).isEqualTo("A123456");
            assertThat(request.credentials().get("totpSecret")).isEqualTo(SECRET);
            assertThat(request.toString()).doesNotContain("4821");
        });
        assertThat(keychain.secrets).isEmpty();
        accept();
        assertThat(entered).isEqualTo(1);
        Profile kept = onlyProfile();
        assertThat(kept.plain()).containsOnly(Map.entry("clientcode", "A123456"));
        assertThat(kept.name()).isEqualTo("A123456");
        assertThat(keychain.secrets)
                .containsOnly(Map.entry(kept.id() + "/password", "4821"), Map.entry(kept.id() + "/apiKey", "Xk3dP0aQ"));
        assertThat(model.fields().value(field("password")).get()).isEmpty();
    }

    @Test
    void remembersTheTotpSecretOnlyWhenAskedTo() {
        LoginViewModel model = withKeychain();
        typeAll(model);
        model.rememberTotp().set(true);
        model.name().set("Mine");
        toTheEnd(model);
        model.next();
        accept();
        assertThat(onlyProfile().remembered()).contains("totpSecret");

        LoginViewModel again = model(keychain.vault(home), onlyProfile());
        assertThat(asked).hasSize(2);
        assertThat(asked.getLast().credentials()).isEqualTo(asked.getFirst().credentials());
        assertThat(again.busy().get()).isTrue();
        time.advanceMillis(5_000);
        accept();
        assertThat(onlyProfile().lastUsedMillis()).isEqualTo(time.wallMillis());
    }

    @Test
    void keepsNothingWhenToldNotTo() {
        LoginViewModel model = withKeychain();
        typeAll(model);
        model.remember().set(false);
        toTheEnd(model);
        model.next();
        accept();
        assertThat(keychain.secrets).isEmpty();
        assertThat(onlyProfile().remembered()).isEmpty();
    }

    @Test
    void asksAProfileForTheDigitsThatAreNotKept() {
        logInOnce();
        LoginViewModel again = model(keychain.vault(home), onlyProfile());
        assertThat(asked).hasSize(1);
        assertThat(again.missing()).extracting(CredentialField::name).containsExactly("totp");
        type(again, "totp", "123456");
        again.next();
        assertThat(asked).hasSize(2);
        assertThat(asked.getLast().credentials().get("password")).isEqualTo("4821");
        refuse("AB1050");
        assertThat(error(again, "totp")).isEqualTo("It was refused. Do this.");
        assertThat(again.fields().value(field("totp")).get()).isEmpty();
        assertThat(again.fields().value(field("password")).get()).isEqualTo("4821");
    }

    @Test
    void explainsAFailureBesideItsFieldAndKeepsWhatWasTyped() {
        LoginViewModel model = withKeychain();
        typeAll(model);
        toTheEnd(model);
        model.next();
        progress.begun(LoginStage.CONNECT);
        progress.done(LoginStage.CONNECT, "12 ms");
        progress.begun(LoginStage.LOGIN);
        refuse("AB1007");
        assertThat(model.page().get()).isZero();
        assertThat(error(model, "password")).isEqualTo("It was refused. Do this.");
        assertThat(model.failure().get())
                .isEqualTo(new LoginViewModel.Failure("It was refused.", "Do this.", "AB1007"));
        assertThat(model.fields().value(field("apiKey")).get()).isEqualTo("Xk3dP0aQ");
        assertThat(model.stages().row(LoginStage.CONNECT).get().state()).isEqualTo(State.DONE);
        assertThat(model.stages().row(LoginStage.LOGIN).get().state()).isEqualTo(State.FAILED);
        assertThat(settings.get().profiles()).isEmpty();
    }

    @Test
    void sealsTheSecretsWithAPassphraseWhereThereIsNoKeychain() throws Exception {
        LoginViewModel model = model(fileVault(), null);
        assertThat(model.passphraseIsNew().get()).isTrue();
        typeAll(model);
        model.rememberTotp().set(true);
        toTheEnd(model);
        model.next();
        assertThat(model.failure().get()).isNotNull();
        assertThat(asked).isEmpty();
        model.passphrase().set("correct horse");
        model.next();
        accept();
        assertThat(entered).isEqualTo(1);
        assertThat(Files.readString(home.resolve("secrets.json"))).doesNotContain("4821", SECRET);

        LoginViewModel locked = model(fileVault(), onlyProfile());
        assertThat(locked.passphraseNeeded().get()).isTrue();
        locked.passphrase().set("wrong");
        locked.next();
        assertThat(locked.failure().get()).extracting("code").isEqualTo("SECRETS-3");
        locked.passphrase().set("correct horse");
        locked.next();
        assertThat(asked).hasSize(2);
        assertThat(asked.getLast().credentials().get("totpSecret")).isEqualTo(SECRET);
    }

    @Test
    void fallsBackOnTheEnvironment() {
        environment = Map.of("SAUDA_FAKE_PIN", "4821");
        LoginViewModel model = withKeychain();
        assertThat(model.fields().value(field("password")).get()).isEqualTo("4821");
    }

    @Test
    void renamesAndDeletesAProfileWithItsSecrets() throws Exception {
        logInOnce();
        Accounts accounts = TestVault.accounts(settings, keychain.vault(home), Map.of(), time);
        accounts.rename(onlyProfile(), " Family ");
        assertThat(accounts.named("family")).hasValue(onlyProfile());
        assertThat(accounts.named("A123456")).hasValue(onlyProfile());
        accounts.delete(onlyProfile());
        assertThat(accounts.profiles()).isEmpty();
        assertThat(keychain.secrets).isEmpty();
    }

    @Test
    void loggingInAgainWithTheSameClientIsTheSameProfile() {
        logInOnce();
        LoginViewModel again = withKeychain();
        typeAll(again);
        type(again, "password", "9999");
        toTheEnd(again);
        again.next();
        accept();
        assertThat(keychain.secrets)
                .containsEntry(onlyProfile().id() + "/password", "9999")
                .hasSize(2);
    }
}
