package in.sauda.app.command;

import in.sauda.app.metrics.MetricsServer;
import in.sauda.app.session.DemoOptions;
import in.sauda.app.session.Sentences;
import in.sauda.app.session.TerminalApp;
import in.sauda.app.session.WindowToolkit;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import in.sauda.simulator.SimulatorOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The root of the command line.
@Command(
        name = "sauda",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        synopsisSubcommandLabel = "[COMMAND]",
        description = "Opens the Sauda trading terminal. Without any configuration it offers a complete demo day.")
public final class SaudaCommand implements Callable<Integer> {
    /// In the order of the help.
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            InstrumentsCommand.class,
            FeedCommand.class,
            SimulateCommand.class,
            SnapshotCommand.class,
            DoctorCommand.class,
            HealthCommand.class,
            BacktestCommand.class,
            ReplayCommand.class,
            ReviewCommand.class,
            CandlesCommand.class,
            CalendarCommand.class,
            JournalCommand.class,
            AlertsCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--paper",
            description = "Fill orders in the paper engine, priced from live quotes, instead of sending them.")
    private boolean paper;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Log in with this profile at once: its name or its client code.")
    private @Nullable String profile;

    @Mixin
    private MetricsOption metrics = new MetricsOption();

    @Mixin
    private HomeOption home = new HomeOption();

    private SaudaCommand() {}

    /// Opens the terminal; the first start greets with three doors over the running demo.
    @Override
    public Integer call() throws InterruptedException {
        return Window.open(spec, () -> {
            SystemTime time = new SystemTime();
            Path folder = home.prepare();
            boolean firstStart = !Files.exists(folder.resolve("settings.json"));
            DemoOptions demo = new DemoOptions(
                    SimulatorOptions.defaults(IndiaTime.date(time.wallMillis())).withSpeed(DemoOptions.DEFAULT_SPEED),
                    DemoOptions.DEFAULT_SYMBOLS);
            @Nullable MetricsServer figures = metrics.open();
            TerminalApp app = new TerminalApp(folder, demo, paper, firstStart, profile);
            app.figures(figures);
            app.run();
        });
    }

    /// Runs one command line and returns the exit code.
    public static int run(String... args) {
        if (opensWindow(args) && Display.available()) {
            WindowToolkit.begin();
        }
        return commandLine(wanted(args)).execute(args);
    }

    /// With every command.
    static CommandLine commandLine() {
        return commandLine(COMMANDS);
    }

    /// Reading what all commands declare takes a third of a second, and a trader who opens the terminal would wait
    /// for it. So a line that names its command gets that one, an empty line none, and only one that does neither
    /// gets all.
    private static List<Class<?>> wanted(String... args) {
        if (args.length == 0) {
            return List.of();
        }
        return COMMANDS.stream()
                .filter(type -> type.getAnnotation(Command.class).name().equals(args[0]))
                .findFirst()
                .map(List::<Class<?>>of)
                .orElse(COMMANDS);
    }

    /// The toolkit takes half a second to start and needs nothing of what the line says, so it begins before the line
    /// is read. A line that turns out to be wrong, or to ask for help, ends the process all the same.
    private static boolean opensWindow(String... args) {
        List<String> line = List.of(args);
        return (line.isEmpty()
                        || line.getFirst().startsWith("--")
                        || line.getFirst().equals("demo"))
                && Stream.of("--headless", "--help", "-h", "--version", "-V").noneMatch(line::contains);
    }

    private static CommandLine commandLine(List<Class<?>> commands) {
        CommandLine line = new CommandLine(new SaudaCommand());
        commands.forEach(line::addSubcommand);
        return line.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(SaudaCommand::explain);
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        String sentence =
                failure instanceof CommandFailure told ? String.valueOf(told.getMessage()) : Sentences.of(failure);
        command.getErr().println("sauda: " + sentence);
        LoggerFactory.getLogger(SaudaCommand.class).error("Command {} failed", command.getCommandName(), failure);
        return ExitCode.FAILED;
    }
}
