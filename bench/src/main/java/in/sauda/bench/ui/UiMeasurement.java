package in.sauda.bench.ui;

import in.sauda.bench.Measurement;
import java.nio.file.Files;
import java.nio.file.Path;

/// A watchlist of 200 rows under load: pulled once per pulse, beside one `Platform.runLater` per update.
public final class UiMeasurement implements Measurement {
    private static final int[] RATES = {2_000, 20_000};
    private static final int SECONDS = 10;
    private static final int WARM_UP_SECONDS = 4;

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
        System.out.printf("%-24s %10s %8s %21s %21s%n", "", "", "", "laid out, ms", "next pulse, ms");
        System.out.printf(
                "%-24s %10s %8s %10s %10s %10s %10s%n", "200 rows", "updates/s", "fps", "p50", "p99", "p50", "p99");
        try (UiLoad load = UiLoad.open(home.resolve("settings.json"))) {
            for (int rate : RATES) {
                print("pulled per pulse", rate, warm(load, rate, true));
                print("runLater per update", rate, warm(load, rate, false));
            }
        }
        System.out.println(
                "Target: at least 50 fps and p99 below 60 ms at 2,000 updates/s. Times run from the core's put. An update"
                        + " is painted between the two: after its pulse was laid out and before the next one starts,"
                        + " which waits for the paint.");
        System.exit(0);
    }

    /// Every line is measured after the same load has run for a while, so none pays for another's compilation.
    private static UiLoad.Result warm(UiLoad load, int rate, boolean pulled) throws Exception {
        load.run(rate, WARM_UP_SECONDS, pulled);
        return load.run(rate, SECONDS, pulled);
    }

    private static void print(String way, int rate, UiLoad.Result result) {
        System.out.printf(
                "%-24s %,10d %8.1f %10.1f %10.1f %10.1f %10.1f%n",
                way,
                rate,
                result.framesPerSecond(),
                result.scene().medianMillis(),
                result.scene().slowMillis(),
                result.painted().medianMillis(),
                result.painted().slowMillis());
    }
}
