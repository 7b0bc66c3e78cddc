package in.sauda.app.alerts;

import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.QuoteText;
import in.sauda.core.alerts.AlertMeasure;
import in.sauda.core.alerts.AlertRelation;
import in.sauda.core.alerts.AlertRepeat;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentWords;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The alert that is being made or changed.
final class AlertForm {
    private static final double WIDTH = 320;
    private static final double MINUTES_WIDTH = 56;

    private final AlertsViewModel model;
    private final VBox root = new VBox(8);
    private final Label title = Nodes.label("New alert", "detail-title");
    private final TextField symbol = new TextField();
    private final Label known = Nodes.label("", "text-muted");
    private final ComboBox<AlertMeasure> measure = new ComboBox<>();
    private final ComboBox<AlertRelation> relation = new ComboBox<>();
    private final TextField value = new TextField();
    private final Label unit = Nodes.fixedLabel("", "text-muted");
    private final ToggleGroup repeats = new ToggleGroup();
    private final TextField coolDown = new TextField();
    private final HBox coolDownRow = new HBox(6);
    private final Label repeatMeaning = Nodes.label("", "text-muted");
    private final TextField note = new TextField();
    private final Button save = new Button("Watch it");
    private long id;
    private boolean paused;
    private @Nullable Instrument instrument;

    AlertForm(AlertsViewModel model) {
        this.model = model;
        root.setId("alert-form");
        root.getStyleClass().add("side-form");
        root.setMinWidth(WIDTH);
        root.setMaxWidth(WIDTH);
        known.setWrapText(true);
        repeatMeaning.setWrapText(true);
        root.getChildren()
                .setAll(
                        title,
                        heading("Instrument"),
                        symbolField(),
                        known,
                        heading("When"),
                        measureBox(),
                        relationBox(),
                        valueRow(),
                        heading("How often"),
                        repeatChips(),
                        coolDownRow(),
                        repeatMeaning,
                        heading("Note"),
                        noteField(),
                        buttons());
        model.draft().subscribe(this::show);
    }

    Node root() {
        return root;
    }

    private static Label heading(String text) {
        return Nodes.fixedLabel(text, "pane-title");
    }

    private Node symbolField() {
        symbol.setId("alert-symbol");
        symbol.setPromptText("Symbol, such as RELIANCE or NIFTY");
        symbol.setOnAction(_ -> {
            find();
            value.requestFocus();
        });
        symbol.focusedProperty().subscribe(focused -> {
            if (!focused) {
                find();
            }
        });
        return Nodes.tooltip(symbol, "What is watched; empty for a time of the day");
    }

    private void find() {
        String typed = symbol.getText();
        Instrument shown = instrument;
        if (shown != null && shown.symbol().equalsIgnoreCase(typed.strip())) {
            return;
        }
        instrument = model.find(typed).orElse(null);
        tellInstrument();
    }

    private void tellInstrument() {
        Instrument shown = instrument;
        if (shown != null) {
            symbol.setText(shown.symbol());
            long last = model.lastPrice(shown);
            known.setText(
                    InstrumentWords.full(shown) + (last > 0 ? ", now " + QuoteText.price(last, shown.segment()) : ""));
        } else {
            known.setText(symbol.getText().isBlank() ? "" : "No instrument of that symbol is known.");
        }
    }

    private Node measureBox() {
        measure.setId("alert-measure");
        measure.getItems().setAll(AlertMeasure.values());
        measure.setMaxWidth(Double.MAX_VALUE);
        measure.setConverter(words(AlertMeasure::title));
        measure.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                unit.setText(chosen.unit());
                boolean clock = chosen == AlertMeasure.TIME;
                Nodes.shown(relation, !clock);
                value.setPromptText(clock ? "15:10" : "");
            }
        });
        return measure;
    }

    private Node relationBox() {
        relation.setId("alert-relation");
        relation.getItems().setAll(AlertRelation.values());
        relation.setMaxWidth(Double.MAX_VALUE);
        relation.setConverter(words(AlertRelation::title));
        return relation;
    }

    private static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T shown) {
                return shown == null ? "" : words.apply(shown);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        };
    }

    private Node valueRow() {
        value.setId("alert-value");
        value.getStyleClass().add("parameter-field");
        value.setOnAction(_ -> save());
        HBox row = new HBox(6, value, unit);
        row.getStyleClass().add("kind-line");
        return row;
    }

    private Node repeatChips() {
        HBox box = new HBox(4);
        for (AlertRepeat repeat : AlertRepeat.values()) {
            ToggleButton chip = new ToggleButton(repeat.title());
            chip.getStyleClass().add("chip");
            chip.setToggleGroup(repeats);
            chip.setUserData(repeat);
            chip.setOnAction(_ -> choose(repeat));
            box.getChildren().add(Nodes.tooltip(chip, repeat.meaning()));
        }
        return box;
    }

    private void choose(AlertRepeat repeat) {
        repeats.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == repeat));
        repeatMeaning.setText(repeat.meaning());
        Nodes.shown(coolDownRow, repeat == AlertRepeat.COOL_DOWN);
    }

    private Node coolDownRow() {
        coolDown.setId("alert-cool-down");
        coolDown.getStyleClass().add("parameter-field");
        coolDown.setPrefWidth(MINUTES_WIDTH);
        coolDown.setMinWidth(MINUTES_WIDTH);
        coolDown.setOnAction(_ -> save());
        coolDownRow.getStyleClass().add("kind-line");
        coolDownRow
                .getChildren()
                .setAll(
                        Nodes.fixedLabel("again after", "text-muted"),
                        coolDown,
                        Nodes.fixedLabel("minutes", "text-muted"));
        return coolDownRow;
    }

    private Node noteField() {
        note.setId("alert-note");
        note.setPromptText("What you want to be told");
        note.setOnAction(_ -> save());
        return note;
    }

    private Node buttons() {
        save.setId("alert-save");
        save.getStyleClass().addAll("small", "accent");
        save.setOnAction(_ -> save());
        Nodes.tooltip(save, "Enter, in any field");
        Button fresh = new Button("New");
        fresh.getStyleClass().add("small");
        fresh.setOnAction(_ -> {
            model.begin(instrument);
            focus();
        });
        return new HBox(6, save, Nodes.tooltip(fresh, "Begin another alert ( A )"));
    }

    private void save() {
        find();
        model.save(new AlertDraft(
                id,
                instrument,
                measure.getValue(),
                relation.getValue(),
                value.getText(),
                repeat(),
                coolDown.getText(),
                note.getText(),
                paused));
    }

    private AlertRepeat repeat() {
        return repeats.getSelectedToggle() != null
                        && repeats.getSelectedToggle().getUserData() instanceof AlertRepeat on
                ? on
                : AlertRepeat.ONCE;
    }

    private void show(AlertDraft draft) {
        id = draft.id();
        paused = draft.paused();
        instrument = draft.instrument();
        title.setText(id == 0 ? "New alert" : "Change the alert");
        save.setText(id == 0 ? "Watch it" : "Keep the change");
        symbol.setText(instrument == null ? "" : instrument.symbol());
        tellInstrument();
        measure.setValue(draft.measure());
        relation.setValue(draft.relation());
        value.setText(draft.value());
        choose(draft.repeat());
        coolDown.setText(draft.coolDown());
        note.setText(draft.note());
        if (root.getScene() != null) {
            focus();
        }
    }

    /// Gives the keyboard to the value, or to the symbol where there is none yet.
    void focus() {
        TextField field = instrument == null && symbol.getText().isBlank() ? symbol : value;
        field.requestFocus();
        field.selectAll();
    }
}
