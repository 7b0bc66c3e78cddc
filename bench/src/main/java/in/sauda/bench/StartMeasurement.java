package in.sauda.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// How long a user waits for the first live price after starting {@code bin/sauda demo}.
final class StartMeasurement implements Measurement {
    private static final String FIRST_PRICE = "First live price";
    private static final int LOOK_EVERY_MILLIS = 20;
    private static final int TARGET_MILLIS = 4_000;
    private static final int WARM_STARTS = 3;
    private static final int PATIENCE_SECONDS = 60;

    /// The first price comes before the first master is on disk; a process killed then would import it again.
    private static final int IMPORT_SECONDS = 12;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String description() {
        return "bin/sauda demo with a window (headless platform) to the first live price, first start and later ones";
    }

    @Override
    public void run() throws Exception {
        Path home = Distribution.scratch();
        try {
            print("first start, empty home", start(home, IMPORT_SECONDS));
            for (int i = 1; i <= WARM_STARTS; i++) {
                print("start " + (i + 1), start(home, 0));
            }
        } finally {
            Distribution.delete(home);
        }
    }

    private static void print(String what, long millis) {
        System.out.printf("%-26s %6d ms to the first live price   target < %d ms%n", what, millis, TARGET_MILLIS);
    }

    private static long start(Path home, int staySeconds) throws IOException, InterruptedException {
        Path logs = home.resolve("logs");
        if (Files.exists(logs)) {
            Distribution.delete(logs);
        }
        long started = System.nanoTime();
        Process process =
                Distribution.start("-Dglass.platform=Headless -Dprism.order=sw", "demo", "--home", home.toString());
        try {
            long deadline = started + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (System.nanoTime() < deadline) {
                if (text(logs).contains(FIRST_PRICE)) {
                    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
                    TimeUnit.SECONDS.sleep(staySeconds);
                    return millis;
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
            throw new IOException("no live price within " + PATIENCE_SECONDS + " s");
        } finally {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /// Everything logged so far; files are dated and numbered.
    private static String text(Path logs) throws IOException {
        StringBuilder text = new StringBuilder();
        if (Files.isDirectory(logs)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(logs, "sauda-*.log")) {
                for (Path file : files) {
                    text.append(Files.readString(file));
                }
            }
        }
        return text.toString();
    }
}
