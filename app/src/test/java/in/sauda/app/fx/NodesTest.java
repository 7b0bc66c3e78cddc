package in.sauda.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.testkit.Fx;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NodesTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    /// The tooltip a node would show now.
    private static @Nullable String words(Label label) {
        return label.getProperties().values().stream()
                .filter(Tooltip.class::isInstance)
                .map(tooltip -> ((Tooltip) tooltip).getText())
                .findFirst()
                .orElse(null);
    }

    private static void enter(Label label) {
        Event.fireEvent(
                label,
                new MouseEvent(
                        MouseEvent.MOUSE_ENTERED,
                        1,
                        1,
                        1,
                        1,
                        javafx.scene.input.MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        new PickResult(label, 1, 1)));
    }

    @Test
    void makesTheTooltipWhenThePointerComes() throws Exception {
        Fx.run(() -> {
            Label label = Nodes.tooltip(new Label("VWAP"), "Volume-weighted average price");
            assertThat(words(label)).as("before the pointer came").isNull();
            assertThat(label.getAccessibleHelp()).isEqualTo("Volume-weighted average price");

            enter(label);
            assertThat(words(label)).isEqualTo("Volume-weighted average price");
        });
    }

    @Test
    void saysTheLatestWords() throws Exception {
        Fx.run(() -> {
            Label label = Nodes.tooltip(new Label("RELIANCE"), "lot 1");
            Nodes.tooltip(label, "lot 250");
            enter(label);
            assertThat(words(label)).isEqualTo("lot 250");

            Nodes.tooltip(label, "lot 500");
            assertThat(words(label)).isEqualTo("lot 500");
        });
    }
}
