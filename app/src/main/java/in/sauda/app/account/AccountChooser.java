package in.sauda.app.account;

import in.sauda.app.account.AccountChoice.Option;
import in.sauda.app.fx.Nodes;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// One button for each broker's books; away where there is one broker.
final class AccountChooser {
    private final AccountChoice choice;
    private final HBox root = new HBox();

    AccountChooser(AccountChoice choice) {
        this.choice = choice;
        root.getStyleClass().add("segmented");
        choice.options().subscribe(this::show);
        choice.chosen().subscribe(this::show);
    }

    Node root() {
        return root;
    }

    private void show() {
        Nodes.shown(root, choice.options().get().size() > 1);
        ToggleGroup group = new ToggleGroup();
        root.getChildren()
                .setAll(choice.options().get().stream()
                        .map(option -> button(option, group))
                        .toList());
    }

    private ToggleButton button(Option option, ToggleGroup group) {
        ToggleButton button = new ToggleButton(option.name());
        button.getStyleClass().add("small");
        button.setToggleGroup(group);
        button.setSelected(choice.shows(option));
        button.setOnAction(ignored -> {
            button.setSelected(true);
            choice.chosen().set(option.id());
        });
        return Nodes.tooltip(button, "Show what the books of " + option.name() + " say");
    }
}
