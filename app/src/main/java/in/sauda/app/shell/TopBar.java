package in.sauda.app.shell;

import in.sauda.app.fx.Nodes;
import in.sauda.app.theme.Appearance;
import in.sauda.app.theme.Icon;
import in.sauda.app.theme.Theme;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The bar at the top: search, indices, mode, speed, and how the window looks.
final class TopBar {
    private final HBox root = new HBox(6);

    TopBar(
            Node search,
            Node indices,
            ShellContext context,
            Appearance appearance,
            Pages pages,
            Runnable doors,
            Runnable help) {
        root.setId("top");
        root.getStyleClass().add("top-bar");
        root.getChildren().addAll(menu(pages), Nodes.fixedLabel("Sauda", "brand"), search, indices, Nodes.spacer());
        SpeedControl speed = context.speed();
        if (speed != null) {
            root.getChildren().add(speedToggles(speed));
        }
        root.getChildren().add(modeBadge(context));
        if (context.doors() != null) {
            root.getChildren().add(iconButton(Icon.KEY, "Demo day, Angel One, Upstox…", doors));
        }
        root.getChildren().addAll(paletteButton(appearance), themeButton(appearance), helpButton(help));
    }

    Node root() {
        return root;
    }

    private static Node menu(Pages pages) {
        MenuButton menu = new MenuButton(null, Icon.MENU.node());
        menu.setId("menu");
        menu.getStyleClass().addAll("icon-button", "flat", "page-menu");
        menu.setFocusTraversable(false);
        for (int place = 0; place < pages.all().size(); place++) {
            Pages.Page page = pages.all().get(place);
            MenuItem item = new MenuItem(page.title());
            item.setOnAction(ignored -> pages.open(page.name()));
            if (place < WindowKeys.DIGITS.size()) {
                item.setAccelerator(new KeyCodeCombination(WindowKeys.DIGITS.get(place), KeyCombination.SHORTCUT_DOWN));
            }
            menu.getItems().add(item);
        }
        return Nodes.tooltip(menu, "Pages: instruments, subscriptions, health and more");
    }

    private static Node modeBadge(ShellContext context) {
        String words = switch (context.mode()) {
            case DEMO -> "Orders go to the local demo exchange. No money is involved.";
            case PAPER -> "Orders go to the paper engine, priced from live quotes. No money is involved.";
            case LIVE -> "Orders go to the broker with real money.";
        };
        Node badge = Nodes.fixedLabel(
                context.mode().name(),
                "mode-badge",
                "mode-" + context.mode().name().toLowerCase(Locale.ROOT));
        badge.setId("mode");
        return Nodes.tooltip(badge, words);
    }

    private static Node speedToggles(SpeedControl speed) {
        ToggleGroup group = new ToggleGroup();
        HBox toggles = new HBox();
        toggles.getStyleClass().addAll("segmented", "speed");
        for (int factor : speed.speeds()) {
            ToggleButton toggle = new ToggleButton("×" + factor);
            toggle.setToggleGroup(group);
            toggle.setFocusTraversable(false);
            toggle.setMinWidth(Region.USE_PREF_SIZE);
            toggle.setSelected(factor == speed.speed());
            toggle.setOnAction(ignored -> {
                toggle.setSelected(true);
                speed.speed(factor);
            });
            toggles.getChildren().add(Nodes.tooltip(toggle, "Run the demo day " + factor + " times as fast"));
        }
        return toggles;
    }

    private static Node paletteButton(Appearance appearance) {
        return iconButton(
                Icon.EYE,
                "Switch between green/red and the colour-blind-safe blue/orange",
                () -> appearance.palette().set(appearance.palette().get().other()));
    }

    private static Node themeButton(Appearance appearance) {
        Button button = iconButton(
                Icon.SUN,
                "Dark or light",
                () -> appearance.theme().set(appearance.theme().get().other()));
        appearance
                .theme()
                .subscribe(theme -> button.setGraphic(theme == Theme.DARK ? Icon.SUN.node() : Icon.MOON.node()));
        return button;
    }

    private static Node helpButton(Runnable help) {
        Button button = new Button("?");
        button.getStyleClass().addAll("icon-button", "flat");
        button.setFocusTraversable(false);
        button.setOnAction(ignored -> help.run());
        return Nodes.tooltip(button, "Keyboard ( ? )");
    }

    private static Button iconButton(Icon icon, String tooltip, Runnable action) {
        Button button = new Button(null, icon.node());
        button.getStyleClass().addAll("icon-button", "flat");
        button.setFocusTraversable(false);
        button.setOnAction(ignored -> action.run());
        return Nodes.tooltip(button, tooltip);
    }
}
