package in.sauda.app.fx;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/// A row of toggles of which any number may be on; none on means all.
///
/// @param <T> what a chip stands for
public final class Chips<T> {
    private static final double GAP = 6;

    private final FlowPane root = new FlowPane(GAP, 4);
    private final Map<T, ToggleButton> chips = new LinkedHashMap<>();
    private final Consumer<Set<T>> chosen;

    /// @param chosen told the chips that are on whenever the user toggles one
    public Chips(Consumer<Set<T>> chosen) {
        this.chosen = chosen;
        root.getStyleClass().add("chips");
    }

    public Node root() {
        return root;
    }

    /// Adds a chip, or changes the words of one that is there.
    public void put(T value, String text, @Nullable String tooltip) {
        ToggleButton chip = chips.computeIfAbsent(value, ignored -> make());
        chip.setText(text);
        if (tooltip != null) {
            Nodes.tooltip(chip, tooltip);
        }
    }

    /// Takes all chips off.
    public void clear() {
        chips.clear();
        root.getChildren().clear();
    }

    private ToggleButton make() {
        ToggleButton chip = new ToggleButton();
        chip.getStyleClass().add("chip");
        chip.setOnAction(ignored -> chosen.accept(chosen()));
        root.getChildren().add(chip);
        return chip;
    }

    private Set<T> chosen() {
        Set<T> on = new LinkedHashSet<>();
        chips.forEach((value, chip) -> {
            if (chip.isSelected()) {
                on.add(value);
            }
        });
        return on;
    }
}
