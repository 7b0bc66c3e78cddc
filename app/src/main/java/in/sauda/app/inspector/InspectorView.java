package in.sauda.app.inspector;

import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.inspector.InspectorViewModel.Field;
import in.sauda.app.inspector.InspectorViewModel.Shown;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The fields of the linked symbol in two columns, at the side of a page.
public final class InspectorView {
    private static final double WIDTH = 270;
    private static final double NAME_WIDTH = 122;

    private final InspectorViewModel model;
    private final PulseDriver driver;
    private final Label title = Nodes.label("", "detail-title");
    private final FieldGrid fields = new FieldGrid();
    private final FieldGrid provenance = new FieldGrid();
    private final ScrollPane root;

    public InspectorView(InspectorViewModel model, PulseDriver driver) {
        this.model = model;
        this.driver = driver;
        title.setWrapText(true);
        VBox content =
                new VBox(8, title, fields.grid, Nodes.label("Candles of the day", "pane-title"), provenance.grid);
        content.getStyleClass().add("side-form");
        root = new ScrollPane(content);
        root.setId("inspector");
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.setMinWidth(WIDTH);
        root.setPrefWidth(WIDTH);
        root.getStyleClass().addAll("edge-to-edge", "plain-scroll");
        model.shown().subscribe(this::show);
    }

    public Node root() {
        return root;
    }

    public void opened() {
        model.attach(driver);
    }

    public void closed() {
        model.detach();
    }

    private void show(Shown shown) {
        title.setText(shown.title().isEmpty() ? "Select a symbol to look into it." : shown.title());
        fields.show(shown.fields());
        provenance.show(shown.provenance());
    }

    /// Names and values; the nodes are made once and their texts changed.
    private static final class FieldGrid {
        private final GridPane grid = new GridPane(12, 3);
        private final List<Label> names = new ArrayList<>();
        private final List<Label> values = new ArrayList<>();

        private FieldGrid() {
            ColumnConstraints first = new ColumnConstraints();
            first.setMinWidth(NAME_WIDTH);
            grid.getColumnConstraints().add(first);
        }

        private void show(List<Field> fields) {
            if (values.size() != fields.size()) {
                build(fields);
            }
            for (int i = 0; i < fields.size(); i++) {
                values.get(i).setText(fields.get(i).value());
                Nodes.tooltip(names.get(i), fields.get(i).meaning());
            }
        }

        private void build(List<Field> fields) {
            grid.getChildren().clear();
            names.clear();
            values.clear();
            for (int i = 0; i < fields.size(); i++) {
                Label value = Nodes.fixedLabel("", "number", "detail-value");
                GridPane.setHalignment(value, HPos.RIGHT);
                Label name = Nodes.fixedLabel(fields.get(i).name(), "text-muted");
                names.add(name);
                values.add(value);
                grid.addRow(i, name, value);
            }
        }
    }
}
