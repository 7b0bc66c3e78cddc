package in.sauda.app.command;

import in.sauda.app.session.Brokers;
import in.sauda.app.session.HomeDiagnostics;
import in.sauda.core.broker.Broker;
import in.sauda.core.diagnostics.Check;
import in.sauda.core.diagnostics.CheckResult;
import in.sauda.core.diagnostics.Checkup;
import in.sauda.core.diagnostics.Finding;
import in.sauda.core.diagnostics.Reports;
import in.sauda.core.time.SystemTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// {@code sauda doctor}: checks what the terminal needs and says how to mend what is missing.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks what Sauda needs from this computer and says how to mend what is missing. Exit code 1 when a check failed.")
final class DoctorCommand implements Callable<Integer> {
    private static final int OLDEST_JAVA = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object instead of lines.")
    private boolean json;

    @Option(names = "--offline", description = "Leave out what needs the internet.")
    private boolean offline;

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        SystemTime time = new SystemTime();
        try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CheckResult> results = new Checkup(background, time, PATIENCE)
                    .run(checks(time), result -> {})
                    .join();
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? Reports.json(results) + System.lineSeparator() : Reports.text(results));
            out.flush();
            return Reports.failed(results) > 0 ? ExitCode.FAILED : ExitCode.OK;
        }
    }

    private List<Check> checks(SystemTime time) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("java", "Java", DoctorCommand::java));
        checks.add(new Check("display", "Display", DoctorCommand::display));
        checks.add(new Check("loopback", "Loopback", DoctorCommand::loopback));
        checks.add(new Check("brokers", "Brokers", DoctorCommand::brokers));
        try {
            Path folder = home.prepare();
            checks.addAll(HomeDiagnostics.checks(folder, time, offline));
        } catch (CommandFailure unwritable) {
            checks.add(new Check(
                    "data", "Data folder", () -> Finding.failed(String.valueOf(unwritable.getMessage()), "")));
        }
        return checks;
    }

    private static Finding java() {
        int feature = Runtime.version().feature();
        return feature >= OLDEST_JAVA
                ? Finding.ok("Java " + Runtime.version() + ".")
                : Finding.failed("Java " + feature + " is too old.", "Install a JDK " + OLDEST_JAVA + " or newer.");
    }

    private static Finding display() {
        return Display.available() ? Finding.ok("A window can be opened.") : Finding.note(Display.MISSING, "");
    }

    private static Finding loopback() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Finding.ok("The demo's exchange can listen, tried port " + socket.getLocalPort() + ".");
        } catch (IOException e) {
            return Finding.failed("No port can be opened on loopback (" + e.getMessage() + ").", "Check the firewall.");
        }
    }

    private static Finding brokers() {
        List<Broker> brokers = Brokers.all();
        String names = brokers.stream()
                .map(broker -> broker.displayName() + (broker.capabilities().login() ? "" : " (instruments only)"))
                .sorted()
                .collect(Collectors.joining(", "));
        return brokers.isEmpty()
                ? Finding.failed("No adapter was found.", "The installation is incomplete; install it again.")
                : Finding.ok(names + ".");
    }
}
