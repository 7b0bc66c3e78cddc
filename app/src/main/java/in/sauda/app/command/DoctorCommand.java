package in.sauda.app.command;

import in.sauda.app.session.Brokers;
import in.sauda.core.broker.Broker;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// {@code sauda doctor}: checks what the terminal needs from this computer and says how to mend what is missing.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks what Sauda needs from this computer and says how to mend what is missing. Exit code 1 when a check failed.")
final class DoctorCommand implements Callable<Integer> {
    private static final int OLDEST_JAVA = 25;
    private static final long WANTED_DISK_BYTES = 500L << 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private HomeOption home = new HomeOption();

    private record Check(String name, Outcome outcome, String finding) {}

    private enum Outcome {
        OK,
        NOTE,
        FAILED
    }

    @Override
    public Integer call() {
        List<Check> checks = new ArrayList<>();
        checks.add(java());
        checks.add(dataFolder());
        checks.add(display());
        checks.add(loopback());
        checks.add(brokers());
        PrintWriter out = spec.commandLine().getOut();
        checks.forEach(check -> out.printf("%-6s  %-12s  %s%n", check.outcome(), check.name(), check.finding()));
        out.flush();
        return checks.stream().anyMatch(check -> check.outcome() == Outcome.FAILED) ? ExitCode.FAILED : ExitCode.OK;
    }

    private static Check java() {
        int feature = Runtime.version().feature();
        return feature >= OLDEST_JAVA
                ? new Check("java", Outcome.OK, "Java " + Runtime.version())
                : new Check(
                        "java",
                        Outcome.FAILED,
                        "Java " + feature + " is too old; install a JDK " + OLDEST_JAVA + " or newer.");
    }

    private Check dataFolder() {
        try {
            Path folder = home.prepare();
            long free = Files.getFileStore(folder).getUsableSpace();
            return free >= WANTED_DISK_BYTES
                    ? new Check("data folder", Outcome.OK, folder + ", " + (free >> 20) + " MB free")
                    : new Check(
                            "data folder",
                            Outcome.FAILED,
                            folder + " has only " + (free >> 20) + " MB free; make room for at least "
                                    + (WANTED_DISK_BYTES >> 20) + " MB.");
        } catch (CommandFailure e) {
            return new Check("data folder", Outcome.FAILED, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Check("data folder", Outcome.FAILED, "its free space cannot be read: " + e.getMessage());
        }
    }

    private static Check display() {
        return Display.available()
                ? new Check("display", Outcome.OK, "a window can be opened")
                : new Check("display", Outcome.NOTE, Display.MISSING);
    }

    private static Check loopback() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Check(
                    "loopback", Outcome.OK, "the demo's exchange can listen, tried port " + socket.getLocalPort());
        } catch (IOException e) {
            return new Check(
                    "loopback",
                    Outcome.FAILED,
                    "no port can be opened on loopback (" + e.getMessage() + "); check the firewall.");
        }
    }

    private static Check brokers() {
        List<Broker> brokers = Brokers.all();
        String names = brokers.stream()
                .map(broker -> broker.displayName() + (broker.capabilities().login() ? "" : " (instruments only)"))
                .sorted()
                .collect(Collectors.joining(", "));
        return brokers.isEmpty()
                ? new Check("brokers", Outcome.FAILED, "no adapter was found; the installation is incomplete.")
                : new Check("brokers", Outcome.OK, names);
    }
}
