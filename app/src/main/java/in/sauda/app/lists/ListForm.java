package in.sauda.app.lists;

import in.sauda.app.fx.Nodes;
import in.sauda.app.settings.Settings.UserList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The list that is being made or changed.
final class ListForm {
    private static final double WIDTH = 280;

    private final ListsViewModel model;
    private final VBox root = new VBox(8);
    private final Label title = Nodes.label("New list", "detail-title");
    private final TextField name = new TextField();
    private final ComboBox<ListKind> kind = new ComboBox<>();
    private final Label meaning = Nodes.label("", "text-muted");
    private final VBox values = new VBox(4);
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private @Nullable UserList shown;

    ListForm(ListsViewModel model) {
        this.model = model;
        root.setId("list-form");
        root.getStyleClass().add("side-form");
        root.setMinWidth(WIDTH);
        root.setMaxWidth(WIDTH);
        meaning.setWrapText(true);
        name.setId("list-name");
        name.setPromptText("Name of the list");
        name.setOnAction(_ -> save());
        kind.setId("list-kind");
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.getItems()
                .setAll(List.of(ListKind.values()).stream()
                        .filter(each -> each != ListKind.INDEX)
                        .toList());
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable ListKind each) {
                return each == null ? "" : each.title();
            }

            @Override
            public @Nullable ListKind fromString(String text) {
                return null;
            }
        });
        kind.valueProperty().subscribe(this::choose);
        Button save = new Button("Keep the list");
        save.setId("list-save");
        save.getStyleClass().addAll("small", "accent");
        save.setOnAction(_ -> save());
        root.getChildren().setAll(title, name, kind, meaning, values, Nodes.tooltip(save, "Enter, in any field"));
        begin();
    }

    Node root() {
        return root;
    }

    /// Empties the form for a new list.
    void begin() {
        shown = null;
        title.setText("New list");
        name.setText("");
        kind.setDisable(false);
        kind.setValue(ListKind.NEAR_MONEY);
        choose(ListKind.NEAR_MONEY);
    }

    void focus() {
        name.requestFocus();
    }

    /// Shows a list to be changed.
    void show(UserList list) {
        if (list.equals(shown)) {
            return;
        }
        shown = list;
        title.setText(list.name());
        name.setText(list.name());
        ListKind known = ListKind.named(list.kind()).orElse(ListKind.INDEX);
        kind.setDisable(known == ListKind.INDEX);
        kind.setValue(known);
        choose(known);
        known.fields()
                .forEach(each -> Objects.requireNonNull(fields.get(each.key()))
                        .setText(list.values().getOrDefault(each.key(), each.usual())));
    }

    private void choose(@Nullable ListKind chosen) {
        values.getChildren().clear();
        fields.clear();
        if (chosen == null) {
            return;
        }
        meaning.setText(chosen.meaning());
        for (ListKind.Field each : chosen.fields()) {
            TextField field = new TextField(each.usual());
            field.setId("list-" + each.key());
            field.setOnAction(_ -> save());
            fields.put(each.key(), field);
            values.getChildren().addAll(Nodes.label(each.title(), "text-muted"), Nodes.tooltip(field, each.meaning()));
        }
    }

    private void save() {
        ListKind chosen = kind.getValue();
        if (chosen == null) {
            return;
        }
        UserList base = shown;
        Map<String, String> all = new HashMap<>(base == null ? Map.of() : base.values());
        fields.forEach((key, field) -> all.put(key, field.getText().strip()));
        UserList list =
                new UserList(name.getText().strip(), chosen.id(), all, base == null ? List.of() : base.entries());
        if (model.keep(list)) {
            shown = list;
        }
    }
}
