package in.sauda.installer;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Where an operating system keeps the parts of an application, and what its installers are called.
enum Platform {
    WINDOWS("msi", "sauda.ico", "Sauda", "Sauda.exe", "app"),
    MACOS("dmg", "sauda.icns", "Sauda.app", "Contents/MacOS/Sauda", "Contents/app"),
    LINUX("deb", "sauda-256.png", "Sauda", "bin/Sauda", "lib/app");

    final String installerType;
    final String icon;
    private final String image;
    private final String launcher;
    private final String jars;

    Platform(String installerType, String icon, String image, String launcher, String jars) {
        this.installerType = installerType;
        this.icon = icon;
        this.image = image;
        this.launcher = launcher;
        this.jars = jars;
    }

    /// @param name as the JDK names the system in {@code os.name}
    static Platform of(String name) {
        String system = name.toLowerCase(Locale.ROOT);
        return system.contains("win") ? WINDOWS : system.contains("mac") ? MACOS : LINUX;
    }

    Path image(Path folder) {
        return folder.resolve(image);
    }

    Path launcher(Path folder) {
        return image(folder).resolve(launcher);
    }

    Path jars(Path folder) {
        return image(folder).resolve(jars);
    }

    /// How a user finds the application after the installation.
    List<String> shortcuts() {
        return switch (this) {
            case WINDOWS ->
                List.of(
                        "--win-per-user-install",
                        "--win-menu",
                        "--win-shortcut",
                        "--win-dir-chooser",
                        // Never to change: by it a new version replaces an old one.
                        "--win-upgrade-uuid",
                        "6d0f5a52-3a6e-4f0e-9f6c-5a4d1f3b8c17");
            case MACOS -> List.of("--mac-app-category", "public.app-category.finance");
            case LINUX ->
                List.of(
                        "--linux-package-name",
                        "sauda",
                        "--linux-shortcut",
                        "--linux-menu-group",
                        "Office;Finance",
                        // The window toolkit draws on it, and jpackage cannot see that.
                        "--linux-package-deps",
                        "libgtk-3-0");
        };
    }
}
