package in.sauda.bench.ui;

import in.sauda.bench.Measurement;
import java.nio.file.Files;
import java.nio.file.Path;

/// A watchlist of 200 rows under load: pulled once per pulse, beside one `Platform.runLater` per update.
public final class UiMeasurement implements Measurement {
    private static final int[] RATES = {2_000, 20_000};
    private static final int SECONDS = 10;

    @Override
    public String name() {
        return "ui";
    }

    @Override
    public String description() {
        return "200 watchlist rows on the headless platform: frames and tick-to-pixel, pulled per pulse or posted per update";
    }

    @Override
    public void run() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Path home = Files.createTempDirectory("sauda-bench-ui");
        System.out.printf("%-24s %10s %8s %12s %12s%n", "200 rows", "updates/s", "fps", "p50 ms", "p99 ms");
        try (UiLoad load = UiLoad.open(home.resolve("settings.json"))) {
            load.run(RATES[0], 3, true);
            for (int rate : RATES) {
                print("pulled per pulse", rate, load.run(rate, SECONDS, true));
                print("runLater per update", rate, load.run(rate, SECONDS, false));
            }
        }
        System.out.println(
                "Target: at least 50 fps and p99 below 60 ms at 2,000 updates/s. The time runs from the core's"
                        + " put to the start of the pulse after the one that showed it: an upper bound.");
        System.exit(0);
    }

    private static void print(String way, int rate, UiLoad.Result result) {
        System.out.printf(
                "%-24s %,10d %8.1f %12.1f %12.1f%n",
                way, rate, result.framesPerSecond(), result.medianMillis(), result.worstMillis());
    }
}
