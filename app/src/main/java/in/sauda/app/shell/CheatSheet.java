package in.sauda.app.shell;

import in.sauda.app.fx.Nodes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// All keys on one card.
final class CheatSheet {
    private record Line(String keys, String action) {}

    private static final List<Line> LINES = List.of(
            new Line("/   Ctrl+K", "Search instruments"),
            new Line("Enter", "in the search: watch and show; Shift+Enter opens the ticket"),
            new Line("B   S", "Buy or sell the selected instrument"),
            new Line("F1   F2", "Buy or sell, as in broker terminals"),
            new Line("O", "Option chain of the selected instrument"),
            new Line("Delete   Ctrl+Z", "Take a row off the watchlist; bring it back"),
            new Line("↑ ↓", "in the ticket: one lot or tick; PgUp, PgDn ten"),
            new Line("Enter", "in the ticket: review the order as a card"),
            new Line("Alt+K", "in the ticket: another broker, where two are logged in"),
            new Line("Enter   Esc", "on the card: confirm, cancel"),
            new Line("A", "Alert at the price under the pointer, or on the selected instrument"),
            new Line("Enter   Space   Delete", "on the Alerts page: edit, pause or go on, remove"),
            new Line("Enter   Delete", "on the Lists page: change the list, remove it"),
            new Line("W", "Why or why not: every rule of the bar under the pointer, or of the selected signal"),
            new Line("Space   Enter", "on the Strategies page: start or stop, edit"),
            new Line("Enter   Space", "on the Timeline page: run the job now, switch it off or on"),
            new Line("Space   →", "on the Replay page: play or pause, one minute on"),
            new Line("F3   F4", "Orders; watchlist"),
            new Line("Alt+1 … Alt+6", "Orders, Positions, Holdings, Funds, Signals, Log"),
            new Line("Ctrl+1 … Ctrl+9", "Pages of the menu; Esc goes back to trading"),
            new Line("Ctrl+Enter", "Go to the waiting card"),
            new Line("Ctrl+T   Ctrl+,", "Dark or light; settings"),
            new Line("?", "This card; Esc closes it"));

    private final VBox root = new VBox(10);

    CheatSheet() {
        root.setId("help");
        GridPane keys = new GridPane(18, 6);
        for (int row = 0; row < LINES.size(); row++) {
            keys.addRow(
                    row,
                    Nodes.fixedLabel(LINES.get(row).keys(), "key-hint"),
                    Nodes.label(LINES.get(row).action()));
        }
        root.getStyleClass().addAll("overlay", "cheat-sheet");
        root.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        root.getChildren()
                .setAll(
                        Nodes.label("Keyboard", "pane-title"),
                        keys,
                        Nodes.label(
                                "Letter keys act only while no text field has the keyboard. On a Mac use ⌘ for Ctrl.",
                                "text-muted"));
        root.setVisible(false);
    }

    Node root() {
        return root;
    }

    void toggle() {
        root.setVisible(!root.isVisible());
    }

    /// Returns true when it was open.
    boolean close() {
        boolean open = root.isVisible();
        root.setVisible(false);
        return open;
    }
}
