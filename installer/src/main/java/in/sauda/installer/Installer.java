package in.sauda.installer;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes an application image with `jpackage`, trains its class cache on a real start, and wraps it into an installer.
final class Installer {
    static final String IMAGE_ONLY = "app-image";
    private static final String CACHE = "sauda.aot";
    private static final int TRAINING_MINUTES = 3;
    /// Everything a library may ask a desktop Java for; what is missing would only be noticed on a user's computer.
    private static final String MODULES =
            "java.se,jdk.unsupported,jdk.management,jdk.localedata,jdk.zipfs,jdk.accessibility,"
                    + "jdk.crypto.ec,jdk.charsets,jdk.net";

    private final Platform platform;
    private final Path distribution;
    private final Path icons;
    private final String version;
    private final Path out;

    Installer(Platform platform, Path distribution, Path icons, String version, Path out) {
        this.platform = platform;
        this.distribution = distribution.toAbsolutePath().normalize();
        this.icons = icons.toAbsolutePath().normalize();
        this.version = version;
        this.out = out.toAbsolutePath().normalize();
    }

    /// Returns the file of the installer, or the folder of the image.
    ///
    /// @param type of `jpackage`
    Path make(String type) throws IOException, InterruptedException {
        Path images = out.resolve("image");
        delete(images);
        Path jars = out.resolve("jars");
        delete(jars);
        copyJars(jars);
        jpackage(imageArguments(jars, images));
        train(images);
        if (type.equals(IMAGE_ONLY)) {
            return platform.image(images);
        }
        Path made = out.resolve("installer");
        delete(made);
        jpackage(installerArguments(type, images, made));
        try (Stream<Path> files = Files.list(made)) {
            return files.findFirst().orElseThrow(() -> new IOException("jpackage made no file in " + made));
        }
    }

    /// What the launcher of the image starts: the same options and jars as the distribution.
    List<String> imageArguments(Path jars, Path images) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--type",
                IMAGE_ONLY,
                "--name",
                "Sauda",
                "--app-version",
                numeric(version),
                "--vendor",
                "Sauda",
                "--description",
                "Trading terminal for Indian markets",
                "--icon",
                icons.resolve(platform.icon).toString(),
                "--input",
                jars.toString(),
                "--main-jar",
                "sauda.jar",
                "--main-class",
                "in.sauda.app.Main",
                "--add-modules",
                MODULES,
                // The default also takes away the java command, which makes the class cache.
                "--jlink-options",
                "--strip-debug --no-man-pages --no-header-files",
                "--java-options",
                "--enable-native-access=ALL-UNNAMED",
                "--dest",
                images.toString()));
        for (String file : List.of("jvm.options", "window.options")) {
            for (String option : Files.readAllLines(distribution.resolve("lib").resolve(file))) {
                arguments.addAll(List.of("--java-options", option));
            }
        }
        return arguments;
    }

    List<String> installerArguments(String type, Path images, Path made) {
        List<String> arguments = new ArrayList<>(List.of(
                "--type",
                type,
                "--name",
                "Sauda",
                "--app-version",
                numeric(version),
                "--vendor",
                "Sauda",
                "--app-image",
                platform.image(images).toString(),
                "--dest",
                made.toString()));
        arguments.addAll(platform.shortcuts());
        return arguments;
    }

    /// Installers want numbers alone.
    static String numeric(String version) {
        return version.replaceFirst("-.*", "");
    }

    private void copyJars(Path jars) throws IOException {
        Path lib = distribution.resolve("lib");
        if (!Files.isReadable(lib.resolve("sauda.jar"))) {
            throw new IOException("there is no distribution in " + distribution + "; package the terminal first");
        }
        Files.createDirectories(jars);
        try (Stream<Path> files = Files.list(lib)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".jar")).toList()) {
                Files.copy(file, jars.resolve(file.getFileName()));
            }
        }
    }

    /// Opens a demo day once with the image's own runtime, because a class cache serves only the runtime that made it.
    private void train(Path images) throws IOException, InterruptedException {
        Path cache = platform.jars(images).resolve(CACHE);
        Path home = Files.createTempDirectory("sauda-training");
        ProcessBuilder start = new ProcessBuilder(
                        platform.launcher(images).toString(), "demo", "--seconds", "3", "--home", home.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.resolve("aot-training.log").toFile());
        Map<String, String> environment = start.environment();
        environment.put(
                "JAVA_TOOL_OPTIONS",
                "-XX:AOTCacheOutput=\"" + cache
                        + "\" -XX:TieredStopAtLevel=3 -Dglass.platform=Headless -Dprism.order=sw");
        Process training = start.start();
        if (!training.waitFor(TRAINING_MINUTES, TimeUnit.MINUTES)) {
            training.destroyForcibly();
            throw new IOException("the first start did not end within " + TRAINING_MINUTES + " minutes");
        }
        delete(home);
        if (training.exitValue() != 0 || !Files.exists(cache)) {
            throw new IOException(
                    "the first start of the image failed; " + out.resolve("aot-training.log") + " says why");
        }
        Path options = platform.jars(images).resolve("Sauda.cfg");
        String line = "java-options=-XX:AOTCache=$APPDIR/" + CACHE;
        List<String> lines = new ArrayList<>(Files.readAllLines(options));
        lines.add(lines.indexOf("[JavaOptions]") + 1, line);
        Files.write(options, lines, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static void jpackage(List<String> arguments) throws IOException {
        ToolProvider tool = ToolProvider.findFirst("jpackage")
                .orElseThrow(() -> new IOException("this JDK has no jpackage; use a full JDK 25"));
        int code = tool.run(System.out, System.err, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IOException("jpackage ended with code " + code + "; it says above what it lacks");
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
