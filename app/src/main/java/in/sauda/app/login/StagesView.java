package in.sauda.app.login;

import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.Tone;
import in.sauda.app.fx.Tones;
import in.sauda.app.login.LoginStages.Row;
import in.sauda.app.login.LoginStages.State;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// The stages of a login, each with a mark, its name and what was found.
final class StagesView {
    private final GridPane root = new GridPane(10, 6);

    StagesView(LoginStages stages) {
        root.getStyleClass().add("login-stages");
        root.setId("login-stages");
        for (LoginStage stage : stages.all()) {
            Label mark = Nodes.fixedLabel("", "stage-mark");
            Label name = Nodes.fixedLabel(stage.words());
            Label words = Nodes.label("", "text-muted");
            words.setWrapText(true);
            root.addRow(root.getRowCount(), mark, name, words);
            stages.row(stage).subscribe(row -> show(row, mark, name, words));
        }
    }

    Node root() {
        return root;
    }

    private static void show(Row row, Label mark, Label name, Label words) {
        mark.setText(
                switch (row.state()) {
                    case WAITING -> "○";
                    case BUSY -> "◌";
                    case DONE -> "✓";
                    case PASSED -> "!";
                    case FAILED -> "✕";
                });
        Tones.apply(mark, tone(row.state()));
        Tones.apply(name, row.state() == State.WAITING ? Tone.MUTED : Tone.NEUTRAL);
        words.setText(row.state() == State.BUSY ? "…" : row.words());
    }

    private static Tone tone(State state) {
        return switch (state) {
            case WAITING, BUSY -> Tone.MUTED;
            case DONE -> Tone.GOOD;
            case PASSED -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
        };
    }
}
