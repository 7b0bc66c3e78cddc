package in.sauda.app.command;

import java.util.Locale;

/// Whether this computer can show a window.
final class Display {
    static final String MISSING =
            "There is no display to open a window on; 'sauda demo --headless --seconds 30' runs the demo without one "
                    + "and 'sauda snapshot --out terminal.png' draws the terminal into a picture.";

    private Display() {}

    /// Windows and macOS always have one; elsewhere X11 or Wayland announces itself in the environment.
    static boolean available() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("win")
                || system.contains("mac")
                || isSet("DISPLAY")
                || isSet("WAYLAND_DISPLAY")
                || "Headless".equals(System.getProperty("glass.platform"));
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
