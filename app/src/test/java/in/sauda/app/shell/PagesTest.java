package in.sauda.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.app.fx.PageContent;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.settings.TableMemory;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.ManualTime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
    @TempDir
    Path home;

    private final List<String> told = new ArrayList<>();
    private SettingsStore settings;

    @BeforeEach
    void openSettings() {
        settings = SettingsStore.open(home.resolve("settings.json"), new ManualTime());
    }

    @AfterEach
    void closeSettings() {
        settings.close();
    }

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @Test
    void makesAPageOnceAndGivesTheLayoutBack() throws Exception {
        Fx.run(() -> {
            Region trading = new Region();
            Pages pages = pages(trading);
            pages.open(0);
            assertThat(trading.isVisible()).isFalse();
            pages.open("second");
            pages.open(7);
            assertThat(pages.close()).isTrue();
            assertThat(pages.close()).isFalse();
            assertThat(trading.isVisible()).isTrue();
            pages.open("first");
        });
        assertThat(told)
                .containsExactly(
                        "make first",
                        "open first",
                        "close first",
                        "make second",
                        "open second",
                        "close second",
                        "open first");
    }

    @Test
    void saysThatAnOrderWaitsBelowThePage() throws Exception {
        Fx.run(() -> {
            Pages pages = pages(new Region());
            pages.open(0);
            Button waiting = (Button) pages.root().lookup("#page-waiting");
            assertThat(waiting.isVisible()).isFalse();
            pages.waiting(2);
            assertThat(waiting.isVisible()).isTrue();
            assertThat(waiting.getText()).startsWith("2 orders wait for you");
            waiting.fire();
        });
        assertThat(told).endsWith("to the card");
    }

    @Test
    void namesWhatThereIsWhenAskedForSomethingElse() throws Exception {
        Fx.run(() -> assertThatThrownBy(() -> WindowView.of("nonsense", pages(new Region())))
                .hasMessageContaining("watchlist")
                .hasMessageContaining("first, second"));
    }

    private Pages pages(Node trading) {
        Pages pages = new Pages(trading, new TableMemory(settings), () -> told.add("to the card"));
        pages.add(new Pages.Page("first", "First", "Words.", () -> content("first")));
        pages.add(new Pages.Page("second", "Second", "Words.", () -> content("second")));
        return pages;
    }

    private PageContent content(String name) {
        told.add("make " + name);
        Label label = new Label(name);
        return new PageContent() {
            @Override
            public Node root() {
                return label;
            }

            @Override
            public void opened() {
                told.add("open " + name);
            }

            @Override
            public void closed() {
                told.add("close " + name);
            }
        };
    }
}
