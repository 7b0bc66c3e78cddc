package in.sauda.app.fx;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// Sets a tone as pseudo-class on any node.
public final class Tones {
    private static final Map<Tone, PseudoClass> CLASSES = new EnumMap<>(Tone.class);

    static {
        for (Tone tone : Tone.values()) {
            CLASSES.put(tone, PseudoClass.getPseudoClass(tone.pseudoClass()));
        }
    }

    private Tones() {}

    public static void apply(Node node, Tone wanted) {
        CLASSES.forEach((tone, pseudoClass) -> node.pseudoClassStateChanged(pseudoClass, tone == wanted));
    }

    /// Cheaper where the present tone is known.
    static void replace(Node node, Tone present, Tone wanted) {
        node.pseudoClassStateChanged(pseudoClass(present), false);
        node.pseudoClassStateChanged(pseudoClass(wanted), true);
    }

    private static PseudoClass pseudoClass(Tone tone) {
        return Objects.requireNonNull(CLASSES.get(tone));
    }
}
