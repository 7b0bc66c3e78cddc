package in.sauda.app.shell;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Keys that work anywhere in the window. Letters act only while no text field has the keyboard.
final class WindowKeys {
    private final Map<KeyCombination, Runnable> combinations = new HashMap<>();
    private final Map<String, Runnable> characters = new HashMap<>();

    WindowKeys on(KeyCode code, Runnable action) {
        combinations.put(new KeyCodeCombination(code), action);
        return this;
    }

    WindowKeys onShortcut(KeyCode code, Runnable action) {
        combinations.put(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), action);
        return this;
    }

    WindowKeys onAlt(KeyCode code, Runnable action) {
        combinations.put(new KeyCodeCombination(code, KeyCombination.ALT_DOWN), action);
        return this;
    }

    /// A typed character, whatever keys make it on this keyboard.
    WindowKeys onCharacter(String character, Runnable action) {
        characters.put(character, action);
        return this;
    }

    void install(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> typed(scene, event));
    }

    private void pressed(KeyEvent event) {
        for (Map.Entry<KeyCombination, Runnable> entry : combinations.entrySet()) {
            if (entry.getKey().match(event)) {
                entry.getValue().run();
                event.consume();
                return;
            }
        }
    }

    private void typed(Scene scene, KeyEvent event) {
        Runnable action = characters.get(event.getCharacter());
        if (action != null && !event.isShortcutDown() && !(scene.getFocusOwner() instanceof TextInputControl)) {
            action.run();
            event.consume();
        }
    }
}
