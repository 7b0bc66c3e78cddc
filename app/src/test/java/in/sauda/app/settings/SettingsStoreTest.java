package in.sauda.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.testkit.ManualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
    @TempDir
    Path home;

    private SettingsStore open() {
        return SettingsStore.open(home.resolve("settings.json"), new ManualTime());
    }

    @Test
    void savesWhatChangedAndReadsItBack() {
        try (SettingsStore store = open()) {
            store.update(now -> now.withTheme("light"));
            store.update(now -> now.withLayout(now.layout().withTab("Signals")));
        }
        try (SettingsStore store = open()) {
            assertThat(store.get().theme()).isEqualTo("light");
            assertThat(store.get().layout().tab()).isEqualTo("Signals");
            assertThat(store.problem()).isEmpty();
        }
        assertThat(files()).containsExactly("settings.json");
    }

    @Test
    void remembersTheWindowToGoBackToAndTheTimeframe() {
        try (SettingsStore store = open()) {
            assertThat(store.get().timeframe()).isEqualTo("1m");
            store.update(now -> now.withTimeframe("15m")
                    .withLayout(now.layout().withWindow(1500, 900).withMaximised()));
        }
        try (SettingsStore store = open()) {
            Settings.Layout layout = store.get().layout();
            assertThat(store.get().timeframe()).isEqualTo("15m");
            assertThat(layout.maximised()).isTrue();
            assertThat(List.of(layout.width(), layout.height())).containsExactly(1500.0, 900.0);
            store.update(now -> now.withLayout(now.layout().withWindow(1200, 800)));
            assertThat(store.get().layout().maximised()).isFalse();
        }
    }

    @Test
    void keepsWhatItDoesNotKnowAndFillsWhatIsMissing() throws IOException {
        Files.writeString(home.resolve("settings.json"), """
                {"version": 1, "theme": "light", "future": {"deep": [1, 2]}, "layout": {"tab": "Log", "glow": true}}
                """);
        try (SettingsStore store = open()) {
            assertThat(store.get().theme()).isEqualTo("light");
            assertThat(store.get().palette()).isEqualTo("classic");
            assertThat(store.get().layout().tab()).isEqualTo("Log");
            assertThat(store.get().layout().width()).isEqualTo(1366);
            store.update(now -> now.withPalette("colour-blind"));
        }
        assertThat(Files.readString(home.resolve("settings.json")))
                .contains("\"deep\" : [ 1, 2 ]")
                .contains("\"glow\" : true")
                .contains("colour-blind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"theme\": ", "[]", "<html>", "", "{\"watchlists\": [{\"name\": \"1\"}]}"})
    void movesABrokenFileAsideAndSaysSo(String content) throws IOException {
        Files.writeString(home.resolve("settings.json"), content);
        try (SettingsStore store = open()) {
            assertThat(store.get()).isEqualTo(Settings.defaults());
            assertThat(store.problem()).hasValueSatisfying(notice -> {
                assertThat(notice.code()).isEqualTo("SET-1");
                assertThat(notice.nextStep()).contains("settings.json.broken-");
            });
        }
        assertThat(files()).singleElement().asString().startsWith("settings.json.broken-");
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
