package in.sauda.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs bin/sauda against pretended JDKs.
class LauncherScriptTest {
    @TempDir
    private Path folder;

    private Path script;

    @BeforeEach
    void copyScript() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here");
        script = Files.createDirectories(folder.resolve("dist/bin")).resolve("sauda");
        Files.copy(Path.of("src/dist/bin/sauda"), script);
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho " + name + " \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private String run(Map<String, String> environment) throws IOException, InterruptedException {
        return run(environment, "demo", "--speed", "60");
    }

    private String run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("SAUDA_JAVA_HOME");
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Test
    void startsTheJdkItIsPointedAt() throws Exception {
        assertThat(run(Map.of("SAUDA_JAVA_HOME", jdk("chosen", "25.0.3").toString())))
                .startsWith("chosen @")
                .contains("/dist/lib/sauda.jar demo --speed 60");
    }

    @Test
    void passesOverAnOldJdk() throws Exception {
        String old = jdk("old", "17.0.15").toString();
        String fresh = jdk("fresh", "26").toString();
        assertThat(run(Map.of("SAUDA_JAVA_HOME", old, "JAVA_HOME", fresh))).startsWith("fresh ");
    }

    @Test
    void findsTheJdkOnThePath() throws Exception {
        Path fresh = jdk("onpath", "25");
        assertThat(run(Map.of("PATH", fresh.resolve("bin") + ":" + System.getenv("PATH"))))
                .startsWith("onpath ");
    }

    @Test
    void usesTheClassesPreparedWithTheDistribution() throws Exception {
        Map<String, String> environment =
                Map.of("SAUDA_JAVA_HOME", jdk("chosen", "25.0.3").toString());
        assertThat(run(environment)).doesNotContain("AOTCache");
        Path cache = Files.createDirectories(folder.resolve("dist/lib")).resolve("sauda.aot");
        Files.writeString(cache, "prepared");
        assertThat(run(environment)).contains("-XX:AOTCache=" + cache.toRealPath());
    }

    @Test
    void opensAWindowSoonAndKeepsTheOptimisingCompilerForIt() throws Exception {
        Map<String, String> environment =
                Map.of("SAUDA_JAVA_HOME", jdk("chosen", "25").toString());
        String window = "/lib/window.options";
        String noOptimising = "-XX:TieredStopAtLevel=1";
        assertThat(run(environment)).contains(window).doesNotContain(noOptimising);
        assertThat(run(environment, "--profile", "Family")).contains(window).doesNotContain(noOptimising);
        assertThat(run(environment, "demo", "--headless")).doesNotContain(window, noOptimising);
        assertThat(run(environment, "backtest", "--json")).doesNotContain(window, noOptimising);
        assertThat(run(environment, "doctor")).contains(noOptimising).doesNotContain(window);
    }

    @Test
    void isSparingWithMemoryWithoutAWindow() throws Exception {
        Map<String, String> environment =
                Map.of("SAUDA_JAVA_HOME", jdk("chosen", "25.0.3").toString());
        assertThat(run(environment, "demo", "--headless")).contains("-Xmn12m").endsWith("demo --headless\n");
        assertThat(run(environment, "demo")).doesNotContain("-Xmn12m");
    }
}
