package in.sauda.app.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Keys that work anywhere in the window. Letters act only while no text field has the keyboard.
final class WindowKeys {
    static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9);

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

    /// Alt+1 … Alt+9, told the place counted from 0.
    WindowKeys onAltDigits(IntConsumer action) {
        return onDigits(KeyCombination.ALT_DOWN, action);
    }

    /// Ctrl+1 … Ctrl+9, ⌘ on a Mac; told the place counted from 0.
    WindowKeys onShortcutDigits(IntConsumer action) {
        return onDigits(KeyCombination.SHORTCUT_DOWN, action);
    }

    private WindowKeys onDigits(KeyCombination.Modifier modifier, IntConsumer action) {
        for (int place = 0; place < DIGITS.size(); place++) {
            int told = place;
            combinations.put(new KeyCodeCombination(DIGITS.get(place), modifier), () -> action.accept(told));
        }
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
