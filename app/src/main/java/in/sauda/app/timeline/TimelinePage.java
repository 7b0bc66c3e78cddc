package in.sauda.app.timeline;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PageContent;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.fx.Tables;
import in.sauda.app.theme.Icon;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page of the day's jobs: what runs when, what it came to, and the journal of the days before.
public final class TimelinePage implements PageContent {
    private static final double TIME_WIDTH = 64;

    private final TimelineViewModel model;
    private final PulseDriver driver;
    private final TableView<JobLine> jobs;
    private final TextField time = new TextField();
    private final Button turn = new Button("Switch off");
    private final Label meaning = Nodes.label("", "text-muted");
    private final VBox root = new VBox();
    private Registration registration = () -> {};

    public TimelinePage(TimelineViewModel model, PulseDriver driver) {
        this.model = model;
        this.driver = driver;
        Tables tables = new Tables(driver.flashes());
        jobs = tables.table(model.jobs(), "This session has no jobs.");
        jobs.setId("timeline-jobs");
        jobs.getColumns().setAll(jobColumns(tables));
        jobs.setOnKeyPressed(this::key);
        jobs.getSelectionModel().selectedItemProperty().subscribe(_ -> follow());
        TableView<RunLine> runs =
                tables.table(model.runs(), "Nothing ran yet. Jobs run by themselves at their time, or with Enter.");
        runs.setId("timeline-runs");
        runs.getColumns().setAll(runColumns(tables));
        HBox title = new HBox(Nodes.label("Journal", "pane-title"));
        title.getStyleClass().add("pane-header");
        VBox below = new VBox(title, runs);
        VBox.setVgrow(runs, Priority.ALWAYS);
        SplitPane split = new SplitPane(jobs, below);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.45);
        VBox.setVgrow(split, Priority.ALWAYS);
        root.setId("timeline");
        root.getChildren().setAll(actions(), split);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        registration = Registration.all(model.open(driver), driver.onStatus(_ -> state()));
        if (jobs.getSelectionModel().isEmpty()) {
            jobs.getSelectionModel().selectFirst();
        }
        // A split pane's content joins the scene with its skin.
        root.applyCss();
        jobs.requestFocus();
    }

    @Override
    public void closed() {
        registration.remove();
    }

    private static List<TableColumn<JobLine, CellText>> jobColumns(Tables tables) {
        return List.of(
                tables.number("Time", 60, line -> line.at.property()),
                tables.text("Job", 130, line -> line.title.property()),
                tables.text("State", 130, line -> line.state.property()),
                tables.number("Last run", 110, line -> line.last.property()),
                tables.number("Next run", 110, line -> line.next.property()),
                tables.text("What it came to", 560, line -> line.words.property()));
    }

    private static List<TableColumn<RunLine, CellText>> runColumns(Tables tables) {
        return List.of(
                tables.number("When", 120, line -> line.when.property()),
                tables.text("Job", 180, line -> line.title.property()),
                tables.text("Outcome", 80, line -> line.outcome.property()),
                tables.number("Took", 80, line -> line.took.property()),
                tables.text("What it came to", 560, line -> line.words.property()));
    }

    private Node actions() {
        Button run = new Button("Run now", Icon.PLAY.node());
        run.setId("timeline-run");
        run.getStyleClass().add("small");
        run.setFocusTraversable(false);
        run.setOnAction(_ -> chosen(line -> model.runNow(line.row())));
        Nodes.tooltip(run, "Enter, in the table");
        turn.setId("timeline-turn");
        turn.getStyleClass().add("small");
        turn.setFocusTraversable(false);
        turn.setOnAction(_ -> chosen(line -> model.turn(line.row(), !line.row().on())));
        Nodes.tooltip(turn, "Space, in the table");
        time.setId("timeline-time");
        time.getStyleClass().addAll("small", "parameter-field");
        time.setPrefWidth(TIME_WIDTH);
        time.setMinWidth(TIME_WIDTH);
        time.setOnAction(_ -> chosen(line -> {
            if (model.move(line.row(), time.getText())) {
                jobs.requestFocus();
            }
        }));
        Nodes.tooltip(time, "Time of the day in India; Enter keeps it");
        Label message = Nodes.label("", "text-muted");
        message.textProperty().bind(model.message());
        message.setMinWidth(0);
        meaning.setMinWidth(0);
        HBox row = new HBox(8, run, turn, Nodes.fixedLabel("at", "text-muted"), time, meaning, Nodes.spacer(), message);
        row.getStyleClass().add("filter-row");
        return row;
    }

    private void chosen(Consumer<JobLine> action) {
        JobLine line = jobs.getSelectionModel().getSelectedItem();
        if (line != null) {
            action.accept(line);
            state();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> chosen(line -> model.runNow(line.row()));
            case SPACE -> chosen(line -> model.turn(line.row(), !line.row().on()));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void follow() {
        JobLine line = jobs.getSelectionModel().getSelectedItem();
        time.setText(line == null ? "" : line.row().at().toString());
        meaning.setText(line == null ? "" : line.row().job().meaning());
        state();
    }

    private void state() {
        JobLine line = jobs.getSelectionModel().getSelectedItem();
        turn.setText(line == null || line.row().on() ? "Switch off" : "Switch on");
    }
}
