package in.sauda.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/// Dark or light.
public enum Theme {
    DARK("dark"),
    LIGHT("light");

    private final String id;

    Theme(String id) {
        this.id = id;
    }

    /// Name in settings, on the command line and in style sheet names.
    public String id() {
        return id;
    }

    /// The theme of that name; dark for a name nobody knows.
    public static Theme of(String id) {
        return LIGHT.id.equals(id) ? LIGHT : DARK;
    }

    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }

    String userAgentStylesheet() {
        return switch (this) {
            case DARK -> new PrimerDark().getUserAgentStylesheet();
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
        };
    }
}
