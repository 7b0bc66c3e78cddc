package in.sauda.app.session;

import in.sauda.app.diagnostics.SupportDesk;
import in.sauda.core.diagnostics.CheckResult;
import in.sauda.core.diagnostics.SupportBundle;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/// Support bundles of one data folder.
public final class HomeSupport implements SupportDesk {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss").withZone(IndiaTime.ZONE);

    private final Path home;
    private final TimeSource time;

    public HomeSupport(Path home, TimeSource time) {
        this.home = home;
        this.time = time;
    }

    @Override
    public SupportBundle collect(List<CheckResult> results) throws IOException {
        return SupportBundle.collect(home, versions(), results);
    }

    @Override
    public Path save(SupportBundle bundle) throws IOException {
        String stamp = STAMP.format(Instant.ofEpochMilli(time.wallMillis()));
        return bundle.save(home.resolve("support").resolve("sauda-support-" + stamp + ".zip"));
    }

    @Override
    public void reveal(Path saved) {
        new SystemOpener().folder(Objects.requireNonNullElse(saved.getParent(), saved));
    }

    private static String versions() {
        Package own = HomeSupport.class.getPackage();
        return "Sauda " + Objects.requireNonNullElse(own.getImplementationVersion(), "development build") + "\nJava "
                + Runtime.version() + "\n" + System.getProperty("os.name") + " " + System.getProperty("os.version")
                + " "
                + System.getProperty("os.arch") + "\n"
                + Runtime.getRuntime().availableProcessors() + " processors, "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MB heap\n";
    }
}
