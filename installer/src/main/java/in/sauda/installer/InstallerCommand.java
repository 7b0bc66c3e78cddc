package in.sauda.installer;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Entry of the build's last step.
@Command(
        name = "installer",
        mixinStandardHelpOptions = true,
        description = "Makes an installer of this operating system: the terminal with a Java runtime of its own.")
public final class InstallerCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--distribution", required = true, description = "The packaged distribution: bin and lib.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path distribution;

    @Option(names = "--icons", required = true, description = "Folder of the artwork.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path icons;

    @Option(names = "--app-version", required = true, description = "Version of the terminal.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String version;

    @Option(names = "--out", required = true, description = "Where the installer goes.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--type",
            description =
                    "msi or exe, dmg or pkg, deb or rpm; 'app-image' for a folder that runs where it is. Default: the first of this system.")
    private @Nullable String type;

    private InstallerCommand() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new InstallerCommand())
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println("installer: " + failure.getMessage());
                    return 1;
                })
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Platform platform = Platform.of(System.getProperty("os.name", ""));
        Path made = new Installer(platform, distribution, icons, version, out)
                .make(type == null ? platform.installerType : type);
        spec.commandLine().getOut().println("Made " + made);
        return 0;
    }
}
