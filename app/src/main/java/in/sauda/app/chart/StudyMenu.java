package in.sauda.app.chart;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;

/// The menu of indicators; it stays open while several are chosen.
final class StudyMenu extends MenuButton {
    private final Map<Study, CheckBox> boxes = new EnumMap<>(Study.class);
    private Consumer<Set<Study>> listener = chosen -> {};

    StudyMenu() {
        super("Indicators");
        setId("chart-indicators");
        getStyleClass().addAll("small", "study-menu");
        setFocusTraversable(false);
        boolean below = false;
        for (Study study : Study.values()) {
            if (study.below() && !below) {
                below = true;
                getItems().add(new SeparatorMenuItem());
            }
            CheckBox box = new CheckBox(study.title());
            box.setOnAction(ignored -> listener.accept(chosen()));
            boxes.put(study, box);
            getItems().add(new CustomMenuItem(box, false));
        }
    }

    void onChoice(Consumer<Set<Study>> newListener) {
        listener = newListener;
    }

    void select(Set<Study> chosen) {
        boxes.forEach((study, box) -> box.setSelected(chosen.contains(study)));
    }

    private Set<Study> chosen() {
        Set<Study> chosen = EnumSet.noneOf(Study.class);
        boxes.forEach((study, box) -> {
            if (box.isSelected()) {
                chosen.add(study);
            }
        });
        return chosen;
    }
}
