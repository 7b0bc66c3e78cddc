package in.sauda.app.diagnostics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.testkit.ManualTime;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.diagnostics.Check;
import in.sauda.core.diagnostics.CheckResult;
import in.sauda.core.diagnostics.Checkup;
import in.sauda.core.diagnostics.Finding;
import in.sauda.core.diagnostics.Finding.Outcome;
import in.sauda.core.diagnostics.SupportBundle;
import in.sauda.core.secrets.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsViewModelTest {
    private static final String PIN = "Jw4tYv9sBn";

    @TempDir
    private Path home;

    private DiagnosticsViewModel model(Check... checks) {
        SupportDesk desk = new SupportDesk() {
            @Override
            public SupportBundle collect(List<CheckResult> results) throws IOException {
                return SupportBundle.collect(home, "Sauda test", results);
            }

            @Override
            public Path save(SupportBundle bundle) throws IOException {
                return bundle.save(home.resolve("support/bundle.zip"));
            }

            @Override
            public void reveal(Path saved) {
                throw new IllegalStateException("nothing is opened in a test");
            }
        };
        return new DiagnosticsViewModel(
                () -> List.of(checks),
                new Checkup(Runnable::run, new ManualTime(), Duration.ofSeconds(5)),
                desk,
                Runnable::run,
                Runnable::run);
    }

    private static Finding finding(DiagnosticsViewModel model, int row) {
        return Objects.requireNonNull(model.rows().get(row).result()).finding();
    }

    @Test
    void turnsWhateverHappensIntoAFindingWithANextStep() {
        DiagnosticsViewModel model = model(
                new Check("good", "Good", () -> Finding.ok("Fine.")),
                new Check("broker", "Broker", () -> {
                    throw new BrokerException(
                            new BrokerFailure.Refused("AB1050", "The TOTP is wrong.", "Check the clock."));
                }),
                new Check("strange", "Strange", () -> {
                    throw new IOException("no route with password=" + PIN);
                }));
        assertThat(model.summary().get()).isEqualTo("Not run yet.");
        model.run();
        assertThat(model.busy().get()).isFalse();
        assertThat(finding(model, 0).outcome()).isEqualTo(Outcome.OK);
        assertThat(finding(model, 1).sentence()).isEqualTo("The TOTP is wrong. [AB1050]");
        assertThat(finding(model, 1).nextStep()).isEqualTo("Check the clock.");
        assertThat(finding(model, 2).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(model.summary().get()).isEqualTo("2 checks failed.");
        assertThat(model.text()).contains("OK       Good", "→ Check the clock.").doesNotContain(PIN);
    }

    @Test
    void showsTheBundleBeforeItIsSavedAndSavesExactlyThat() throws IOException {
        Redaction.know(PIN);
        Files.createDirectories(home.resolve("logs"));
        Files.writeString(home.resolve("logs/angelone-2026-11-21.0.log"), "an old line with " + PIN + " in it\n");
        Files.writeString(home.resolve("settings.json"), "{\"theme\":\"dark\"}");
        Files.writeString(home.resolve("secrets.json"), "sealed");
        DiagnosticsViewModel model = model(new Check("good", "Good", () -> Finding.ok("Fine.")));
        model.run();
        model.collect();
        SupportBundle shown = Objects.requireNonNull(model.bundle().get());
        assertThat(DiagnosticsViewModel.sizes(shown))
                .containsOnlyKeys(
                        "versions.txt",
                        "diagnostics.txt",
                        "diagnostics.json",
                        "settings.json",
                        "logs/angelone-2026-11-21.0.log");
        assertThat(shown.entries()).noneMatch(entry -> entry.content().contains(PIN));
        assertThat(home.resolve("support")).doesNotExist();
        model.save();
        assertThat(model.saved().get()).startsWith("Saved as ").endsWith("Nothing was sent anywhere.");
        try (ZipFile zip = new ZipFile(home.resolve("support/bundle.zip").toFile())) {
            for (SupportBundle.Entry entry : shown.entries()) {
                assertThat(zip.getInputStream(zip.getEntry(entry.name())))
                        .hasBinaryContent(entry.content().getBytes(UTF_8));
            }
            assertThat(zip.size()).isEqualTo(shown.entries().size());
        }
    }
}
