package in.sauda.app.testkit;

import in.sauda.app.diagnostics.DiagnosticsView;
import in.sauda.app.diagnostics.DiagnosticsViewModel;
import in.sauda.app.diagnostics.SupportDesk;
import in.sauda.app.logs.LogLine;
import in.sauda.app.logs.LogLine.Level;
import in.sauda.app.logs.LogSource;
import in.sauda.app.logs.LogsView;
import in.sauda.app.logs.LogsViewModel;
import in.sauda.app.shell.Pages;
import in.sauda.core.diagnostics.Check;
import in.sauda.core.diagnostics.CheckResult;
import in.sauda.core.diagnostics.Checkup;
import in.sauda.core.diagnostics.Finding;
import in.sauda.core.diagnostics.Finding.Fix;
import in.sauda.core.diagnostics.SupportBundle;
import in.sauda.core.time.TimeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The pages of this computer with findings and log lines nobody has to wait for.
public final class TestTools {
    private TestTools() {}

    public static List<Pages.Page> pages(Path home, TimeSource time) {
        return List.of(
                new Pages.Page(
                        "diagnostics",
                        "Diagnostics",
                        "What works, what does not, and how to mend it",
                        () -> new DiagnosticsView(new DiagnosticsViewModel(
                                TestTools::checks,
                                new Checkup(Runnable::run, time, Duration.ofSeconds(5)),
                                new Desk(home),
                                Runnable::run,
                                Runnable::run))),
                new Pages.Page(
                        "logs",
                        "Log lines",
                        "What every module wrote, as it is written",
                        () -> new LogsView(new LogsViewModel(new Lines()), () -> {})));
    }

    private static List<Check> checks() {
        return List.of(
                check("dns", "Internet and names", Finding.ok("apiconnect.angelone.in is 103.60.76.9.")),
                check("rest", "Angel One reachable", Finding.ok("Angel One answers in 84 ms.")),
                check(
                        "clock",
                        "Clock",
                        Finding.note(
                                "This computer's clock is 4 s behind the broker's.", "Let the system set the time.")),
                check("login", "Login", Finding.ok("Logged in as A123456; ₹2,41,300.50 for new orders.")),
                check("feed", "Market feed", Finding.ok("The handshake was accepted and the socket is open.")),
                check(
                        "address",
                        "Internet address",
                        Finding.failed(
                                "Orders come from 49.36.12.7, registered is 106.193.147.98: the broker will refuse them.",
                                "Register 49.36.12.7 with the broker, or set an order proxy that has the registered address.")),
                check(
                        "master",
                        "Instrument master",
                        Finding.note(
                                        "1,08,412 instruments, 31 hours old.",
                                        "New contracts and changed lots are missing.")
                                .with(new Fix("Refresh now", () -> {}))),
                check("disk", "Disk space", Finding.ok("81,204 MB are free.")),
                check("orderupdates", "Order updates", Finding.skipped("Nobody is logged in.")));
    }

    private static Check check(String id, String title, Finding finding) {
        return new Check(id, title, () -> finding);
    }

    private record Desk(Path home) implements SupportDesk {
        @Override
        public SupportBundle collect(List<CheckResult> results) throws IOException {
            return SupportBundle.collect(home, "Sauda test\n", results);
        }

        @Override
        public Path save(SupportBundle bundle) throws IOException {
            return bundle.save(home.resolve("bundle.zip"));
        }

        @Override
        public void reveal(Path saved) {
            throw new IllegalStateException("a test opens no window of the system");
        }
    }

    /// Some lines of a morning.
    private static final class Lines implements LogSource {
        private static final long MORNING = 1_789_962_300_000L;
        private final List<LogLine> lines = new ArrayList<>();

        Lines() {
            for (int round = 0; round < 12; round++) {
                line(Level.INFO, "sauda", "engine", "TerminalCore", "1,08,412 instruments known after 812 ms");
                line(Level.INFO, "angelone", "login", "Login", "logged in to Angel One");
                line(Level.WARN, "angelone", "feed-angelone", "SmartStreamFeed", "silent for 20 s, connecting anew");
                line(Level.INFO, "storage", "storage", "StorageWriter", "1,204 candles written in 41 ms");
                line(
                        Level.ERROR,
                        "angelone",
                        "orders",
                        "AngelOneOrderGateway",
                        "order NSE-4711 was refused: AG7002\njava.io.IOException: unexpected end of stream\n\tat okhttp3.Call.execute");
                line(Level.INFO, "simulator", "sim-rest", "RestHandler", "POST /login 200 in 2 ms, Bearer •••");
            }
        }

        private void line(Level level, String module, String thread, String logger, String text) {
            lines.add(new LogLine(
                    lines.size() + 1L,
                    MORNING + lines.size() * 731L,
                    level,
                    module,
                    thread,
                    "in.sauda." + logger,
                    text));
        }

        @Override
        public List<LogLine> after(long sequence) {
            return lines.stream().filter(line -> line.sequence() > sequence).toList();
        }

        @Override
        public int capacity() {
            return 1_000;
        }

        @Override
        public List<String> modules() {
            return List.of("sauda", "angelone", "upstox", "simulator", "storage");
        }
    }
}
