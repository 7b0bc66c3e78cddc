package in.sauda.app.command;

import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/// The root of the command line.
@Command(
        name = "sauda",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        synopsisSubcommandLabel = "[COMMAND]",
        description = "Opens the Sauda trading terminal. Without any configuration it offers a complete demo day.",
        subcommands = {FeedCommand.class, SimulateCommand.class, DoctorCommand.class})
public final class SaudaCommand {
    private SaudaCommand() {}

    /// Runs one command line and returns the exit code.
    public static int run(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new SaudaCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(SaudaCommand::explain);
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        String sentence = failure instanceof CommandFailure && failure.getMessage() != null
                ? failure.getMessage()
                : "Something went wrong that Sauda did not expect (" + failure
                        + "); the log in the data folder has the details.";
        command.getErr().println("sauda: " + sentence);
        LoggerFactory.getLogger(SaudaCommand.class).error("Command {} failed", command.getCommandName(), failure);
        return ExitCode.FAILED;
    }
}
