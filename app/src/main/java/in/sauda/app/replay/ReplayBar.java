package in.sauda.app.replay;

import in.sauda.app.fx.Nodes;
import in.sauda.app.theme.Icon;
import in.sauda.core.replay.JournalSummary;
import in.sauda.core.time.IndiaTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Which recording, play and pause, one minute on, how fast, and where.
final class ReplayBar {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final List<Integer> SPEEDS = List.of(1, 10, 60, 600, 0);

    private final ReplayViewModel model;
    private final ComboBox<JournalSummary> journals = new ComboBox<>();
    private final Button play = new Button("Play", Icon.PLAY.node());
    private final Slider where = new Slider();
    private final Label clock = Nodes.fixedLabel("", "number", "detail-value");
    private final VBox root = new VBox();
    private boolean filling;

    ReplayBar(ReplayViewModel model) {
        this.model = model;
        Label message = Nodes.label("", "text-muted");
        message.setMinWidth(0);
        message.textProperty().bind(model.message());
        HBox choice = new HBox(8, Nodes.fixedLabel("Recording", "text-muted"), journalBox(), lookButton(), message);
        choice.getStyleClass().add("filter-row");
        HBox.setHgrow(where, Priority.ALWAYS);
        HBox bar = new HBox(8, playButton(), stepButton(), speeds(), where, clock);
        bar.getStyleClass().add("filter-row");
        slider();
        root.getChildren().setAll(choice, bar);
        model.journal().subscribe(this::showJournal);
        model.position().subscribe(at -> showPosition(at.longValue()));
    }

    Node root() {
        return root;
    }

    private Node journalBox() {
        journals.setId("replay-journal");
        journals.setItems(model.journals());
        journals.setPromptText("No journal");
        journals.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable JournalSummary journal) {
                return journal == null ? "" : words(journal);
            }

            @Override
            public @Nullable JournalSummary fromString(String text) {
                return null;
            }
        });
        journals.valueProperty().subscribe(journal -> {
            if (!filling && journal != null && !journal.equals(model.journal().get())) {
                model.open(journal);
            }
        });
        return journals;
    }

    private static String words(JournalSummary journal) {
        return stamp(BRIEF, journal.firstMillis()) + " – " + stamp(BRIEF, journal.lastMillis()) + "   "
                + String.format(Locale.ROOT, "%,d records, %,d MB", journal.records(), journal.bytes() >> 20)
                + (journal.damage().isEmpty() ? "" : ", damaged");
    }

    private static String stamp(DateTimeFormatter format, long millis) {
        return format.format(IndiaTime.date(millis).atTime(IndiaTime.time(millis)));
    }

    private Node lookButton() {
        Button look = new Button("Look again", Icon.REFRESH.node());
        look.getStyleClass().add("small");
        look.setFocusTraversable(false);
        look.setOnAction(ignored -> model.look());
        return Nodes.tooltip(look, "Read the journals of the data folder again");
    }

    private Node playButton() {
        play.setId("replay-play");
        play.getStyleClass().addAll("small", "accent");
        play.setFocusTraversable(false);
        play.setMinWidth(Region.USE_PREF_SIZE);
        play.setOnAction(ignored -> {
            model.toggle();
            refresh();
        });
        return Nodes.tooltip(play, "Play or pause (Space)");
    }

    private Node stepButton() {
        Button step = new Button("+1 min");
        step.getStyleClass().add("small");
        step.setFocusTraversable(false);
        step.setMinWidth(Region.USE_PREF_SIZE);
        step.setOnAction(ignored -> model.step());
        return Nodes.tooltip(step, "On to the next closed minute ( → )");
    }

    private Node speeds() {
        HBox box = new HBox();
        box.getStyleClass().addAll("segmented", "speed");
        ToggleGroup group = new ToggleGroup();
        for (int factor : SPEEDS) {
            ToggleButton button = new ToggleButton(factor == 0 ? "max" : "×" + factor);
            button.setToggleGroup(group);
            button.setFocusTraversable(false);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(factor == (int) model.speed());
            button.setOnAction(ignored -> {
                button.setSelected(true);
                model.speed(factor);
            });
            box.getChildren()
                    .add(Nodes.tooltip(
                            button,
                            factor == 0 ? "As fast as this computer can" : factor + " recorded seconds a second"));
        }
        return box;
    }

    private void slider() {
        where.setId("replay-where");
        where.setFocusTraversable(false);
        where.setMinWidth(80);
        where.setDisable(true);
        Nodes.tooltip(where, "Drag to another time; going back plays from the beginning, as fast as possible");
        where.setOnMouseReleased(ignored -> model.seek((long) where.getValue()));
        where.valueProperty().subscribe(at -> {
            if (where.isValueChanging()) {
                clock.setText(stamp(STAMP, at.longValue()));
            }
        });
    }

    private void showJournal(@Nullable JournalSummary journal) {
        filling = true;
        journals.setValue(journal);
        filling = false;
        where.setDisable(journal == null);
        if (journal != null) {
            where.setMin((double) journal.firstMillis());
            where.setMax((double) Math.max(journal.firstMillis() + 1, journal.lastMillis()));
            where.setValue((double) journal.firstMillis());
        }
    }

    private void showPosition(long millis) {
        if (millis > 0 && !where.isPressed()) {
            where.setValue((double) millis);
            clock.setText(stamp(STAMP, millis));
        }
    }

    /// The words of the button follow the replay.
    void refresh() {
        boolean playing = model.playing();
        play.setText(playing ? "Pause" : "Play");
    }
}
