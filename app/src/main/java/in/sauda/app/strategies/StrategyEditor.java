package in.sauda.app.strategies;

import in.sauda.app.fx.Nodes;
import in.sauda.core.strategy.Lane;
import in.sauda.core.strategy.StrategyParameter;
import in.sauda.core.strategy.StrategyProfile;
import in.sauda.core.strategy.StrategyRow;
import in.sauda.core.strategy.StrategySetup;
import in.sauda.core.strategy.StrategyType;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Lane, profile and parameters of the selected strategy.
final class StrategyEditor {
    private static final double WIDTH = 380;
    private static final double FIELD_WIDTH = 92;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final StrategiesViewModel model;
    private final VBox root = new VBox(8);
    private final Label title = Nodes.label("", "detail-title");
    private final Label meaning = Nodes.label("", "text-muted");
    private final ToggleGroup lanes = new ToggleGroup();
    private final Label laneMeaning = Nodes.label("", "text-muted");
    private final ComboBox<StrategyProfile> profiles = new ComboBox<>();
    private final GridPane grid = new GridPane(8, 5);
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final Map<String, CheckBox> switches = new LinkedHashMap<>();
    private final Map<String, ComboBox<String>> choices = new LinkedHashMap<>();
    private final Button save = new Button("Save as next version");
    private final Button copy = new Button("Copy");
    private final Button remove = new Button("Remove");
    private @Nullable StrategySetup shown;
    private boolean filling;

    StrategyEditor(StrategiesViewModel model) {
        this.model = model;
        root.setId("strategy-editor");
        root.getStyleClass().add("side-form");
        root.setMinWidth(WIDTH);
        root.setMaxWidth(WIDTH);
        meaning.setWrapText(true);
        laneMeaning.setWrapText(true);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren()
                .setAll(
                        title,
                        meaning,
                        heading("Lane"),
                        laneButtons(),
                        laneMeaning,
                        heading("Profile"),
                        profileBox(),
                        heading("Parameters"),
                        scroll,
                        buttons());
        show(null);
    }

    Node root() {
        return root;
    }

    private static Label heading(String text) {
        return Nodes.fixedLabel(text, "pane-title");
    }

    private Node laneButtons() {
        HBox box = new HBox(4);
        for (Lane lane : Lane.values()) {
            ToggleButton button = new ToggleButton(lane.title());
            button.getStyleClass().add("chip");
            button.setToggleGroup(lanes);
            button.setUserData(lane);
            button.setOnAction(ignored -> {
                button.setSelected(true);
                StrategySetup setup = shown;
                if (setup != null && setup.lane() != lane) {
                    model.lane(setup, lane);
                }
            });
            box.getChildren().add(Nodes.tooltip(button, lane.meaning()));
        }
        return box;
    }

    private Node profileBox() {
        profiles.setId("strategy-profile");
        profiles.setMaxWidth(Double.MAX_VALUE);
        profiles.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable StrategyProfile profile) {
                return profile == null ? "" : profile.name() + (profile.builtIn() ? "  (locked)" : "");
            }

            @Override
            public @Nullable StrategyProfile fromString(String text) {
                return null;
            }
        });
        profiles.valueProperty().subscribe(profile -> {
            StrategySetup setup = shown;
            if (!filling && setup != null && profile != null && !profile.equals(setup.profile())) {
                model.profile(setup, profile);
            }
        });
        return profiles;
    }

    private Node buttons() {
        save.setId("strategy-save");
        save.getStyleClass().addAll("small", "accent");
        save.setOnAction(ignored -> save());
        Nodes.tooltip(save, "A profile is never changed: the values become its next version, which is used at once");
        copy.getStyleClass().add("small");
        copy.setOnAction(ignored -> {
            if (shown != null) {
                model.copy(shown);
            }
        });
        Nodes.tooltip(copy, "Run another version beside this one, in the shadow lane");
        remove.getStyleClass().add("small");
        remove.setOnAction(ignored -> {
            if (shown != null) {
                model.remove(shown);
            }
        });
        return new HBox(6, save, copy, remove);
    }

    private void save() {
        StrategySetup setup = shown;
        if (setup == null) {
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((key, field) -> values.put(key, field.getText()));
        switches.forEach((key, box) -> values.put(key, Boolean.toString(box.isSelected())));
        choices.forEach((key, box) -> values.put(key, box.getValue()));
        model.edit(setup, values);
    }

    /// Shows a row; what the user has typed stays while the same profile is shown.
    void show(@Nullable StrategyRow row) {
        StrategySetup setup = row == null ? null : row.setup();
        if (setup != null && setup.equals(shown)) {
            return;
        }
        boolean sameProfile = shown != null && setup != null && shown.profile().equals(setup.profile());
        shown = setup;
        root.setDisable(setup == null);
        if (setup == null) {
            title.setText(row == null ? "No strategy selected" : row.name());
            meaning.setText(row == null ? "Select one in the table." : "It belongs to the program.");
            return;
        }
        filling = true;
        fill(setup);
        if (!sameProfile) {
            parameters(setup);
        }
        filling = false;
    }

    private void fill(StrategySetup setup) {
        StrategyType type = StrategiesViewModel.type(setup.profile());
        title.setText(setup.profile().name());
        meaning.setText(type.title() + ": " + lower(type.meaning()));
        lanes.getToggles().forEach(toggle -> toggle.setSelected(setup.lane() == toggle.getUserData()));
        laneMeaning.setText(setup.lane().meaning());
        profiles.getItems().setAll(model.choices(setup));
        profiles.setValue(setup.profile());
        remove.setDisable(!model.removable(setup));
    }

    private static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private void parameters(StrategySetup setup) {
        grid.getChildren().clear();
        fields.clear();
        switches.clear();
        choices.clear();
        int line = 0;
        for (StrategyParameter parameter :
                StrategiesViewModel.type(setup.profile()).parameters()) {
            String value = setup.profile().values().getOrDefault(parameter.key(), parameter.usual());
            Label name = Nodes.tooltip(Nodes.fixedLabel(parameter.title()), parameter.meaning());
            String words = parameter.type() == StrategyParameter.Type.CHOICE ? "" : parameter.range();
            Label range = Nodes.label((parameter.unit() + "   " + words).strip(), "text-muted");
            grid.addRow(line++, name, input(parameter, value), range);
        }
    }

    private Node input(StrategyParameter parameter, String value) {
        if (parameter.type() == StrategyParameter.Type.SWITCH) {
            CheckBox box = new CheckBox();
            box.setSelected(Boolean.parseBoolean(value));
            switches.put(parameter.key(), box);
            return Nodes.tooltip(box, parameter.meaning());
        }
        if (parameter.type() == StrategyParameter.Type.CHOICE) {
            ComboBox<String> box = new ComboBox<>();
            box.getItems().setAll(parameter.range().split(", "));
            box.setValue(value);
            box.getStyleClass().add("small");
            box.setMinWidth(ComboBox.USE_PREF_SIZE);
            choices.put(parameter.key(), box);
            return Nodes.tooltip(box, parameter.meaning());
        }
        TextField field = new TextField(value);
        field.getStyleClass().addAll("small", "parameter-field");
        field.setPrefWidth(FIELD_WIDTH);
        field.setMinWidth(FIELD_WIDTH);
        field.setOnAction(ignored -> save());
        field.textProperty().subscribe(text -> field.pseudoClassStateChanged(WRONG, !valid(parameter, text)));
        fields.put(parameter.key(), field);
        return Nodes.tooltip(field, parameter.meaning());
    }

    private static boolean valid(StrategyParameter parameter, String text) {
        try {
            return !parameter.checked(text).isEmpty();
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    /// Gives the keyboard to the first parameter.
    void focus() {
        fields.values().stream().findFirst().ifPresent(field -> {
            field.requestFocus();
            field.selectAll();
        });
    }
}
