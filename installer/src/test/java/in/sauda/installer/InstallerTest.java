package in.sauda.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallerTest {
    @TempDir
    Path folder;

    @BeforeEach
    void distribution() throws IOException {
        Path lib = Files.createDirectories(folder.resolve("dist/lib"));
        Files.write(lib.resolve("jvm.options"), List.of("-Xmx768m", "-XX:+UseSerialGC"));
        Files.write(lib.resolve("window.options"), List.of("-Xms192m"));
    }

    @Test
    void startsTheImageWithTheOptionsOfTheDistribution() throws Exception {
        List<String> arguments =
                installer(Platform.LINUX).imageArguments(folder.resolve("jars"), folder.resolve("images"));
        assertThat(arguments)
                .containsSequence("--java-options", "-Xmx768m")
                .containsSequence("--java-options", "-XX:+UseSerialGC")
                .containsSequence("--java-options", "-Xms192m")
                .containsSequence("--main-jar", "sauda.jar")
                .containsSequence("--app-version", "0.1.0");
    }

    @Test
    void wrapsTheImageAsTheSystemExpects() {
        assertThat(arguments(Platform.WINDOWS))
                .containsSequence("--type", "msi")
                .contains("--win-menu", "--win-shortcut", "--win-upgrade-uuid");
        assertThat(arguments(Platform.MACOS))
                .containsSequence("--type", "dmg")
                .containsSequence(
                        "--app-image", folder.resolve("images/Sauda.app").toString());
        assertThat(arguments(Platform.LINUX))
                .containsSequence("--type", "deb")
                .containsSequence("--linux-package-deps", "libgtk-3-0");
    }

    @Test
    void hasAnIconForEverySystem() {
        for (Platform platform : Platform.values()) {
            assertThat(Path.of("..", "icons", platform.icon)).exists();
        }
    }

    @Test
    void knowsTheSystemByItsJavaName() {
        assertThat(Platform.of("Windows 11")).isEqualTo(Platform.WINDOWS);
        assertThat(Platform.of("Mac OS X")).isEqualTo(Platform.MACOS);
        assertThat(Platform.of("Linux")).isEqualTo(Platform.LINUX);
    }

    @Test
    void saysThatTheTerminalMustBePackagedFirst() {
        assertThatThrownBy(() -> installer(Platform.LINUX).make("deb"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("package the terminal first");
    }

    private List<String> arguments(Platform platform) {
        return installer(platform)
                .installerArguments(platform.installerType, folder.resolve("images"), folder.resolve("made"));
    }

    private Installer installer(Platform platform) {
        return new Installer(platform, folder.resolve("dist"), Path.of("..", "icons"), "0.1.0-SNAPSHOT", folder);
    }
}
