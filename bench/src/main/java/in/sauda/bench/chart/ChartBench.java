package in.sauda.bench.chart;

import in.sauda.bench.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.application.Platform;

/// Real frames of a shown window on the headless platform with the software renderer, the last bar ticking every frame.
public final class ChartBench implements Measurement {
    private static final int[] HISTORIES = {375, 5_000, 94_000};
    private static final int SESSION_BARS = 375;
    private static final double WANTED_FRAMES_PER_SECOND = 58;
    private static final double WANTED_P99_MILLIS = 25;

    private record Scenario(String chart, int bars, String visible, Supplier<FrameSubject> subject) {
        String key() {
            return bars + " bars, " + visible + " visible";
        }
    }

    @Override
    public String name() {
        return "chart";
    }

    @Override
    public String description() {
        return "Frames of the candle chart beside ChartFX's CandleStickRenderer and a bare canvas.";
    }

    @Override
    public void run() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        try {
            report();
        } finally {
            Platform.exit();
        }
    }

    private static void report() {
        System.out.println("Window 1200 x 700, software renderer, last bar ticking every frame.");
        System.out.printf(
                Locale.ROOT,
                "%-24s %-28s %7s %9s %9s %14s %14s%n",
                "chart",
                "case",
                "fps",
                "p50 ms",
                "p99 ms",
                "cpu ms/frame",
                "KiB/frame");
        Map<String, FrameFigures> ours = new TreeMap<>();
        Map<String, FrameFigures> stock = new TreeMap<>();
        Map<String, FrameFigures> bare = new TreeMap<>();
        // The first window of a process loads fonts and classes; nobody's figure should pay for that.
        FrameMeter.measure(() -> new SaudaSubject(SESSION_BARS, SESSION_BARS));
        for (Scenario scenario : scenarios()) {
            FrameFigures figures = FrameMeter.measure(scenario.subject());
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %-28s %7.1f %9.2f %9.2f %14.2f %14.1f%n",
                    scenario.chart(),
                    scenario.key(),
                    figures.framesPerSecond(),
                    figures.medianMillis(),
                    figures.p99Millis(),
                    figures.cpuMillisPerFrame(),
                    figures.kibibytesPerFrame());
            switch (scenario.chart()) {
                case "sauda", "sauda, panned" -> ours.put(scenario.key(), figures);
                case "ChartFX candlesticks" -> stock.put(scenario.key(), figures);
                default -> bare.put(scenario.key(), figures);
            }
        }
        ratios(ours, stock, "ChartFX candlesticks");
        ratios(ours, bare, "bare canvas");
        verdict(ours);
    }

    private static List<Scenario> scenarios() {
        List<Scenario> scenarios = new ArrayList<>();
        for (int bars : HISTORIES) {
            scenarios.add(new Scenario("sauda", bars, "375", () -> new SaudaSubject(bars, SESSION_BARS)));
            scenarios.add(new Scenario("sauda", bars, "all", () -> new SaudaSubject(bars, bars)));
        }
        scenarios.add(new Scenario(
                "sauda, panned", 94_000, "5000", () -> new PannedSubject(new SaudaSubject(94_000, 5_000))));
        for (int bars : HISTORIES) {
            scenarios.add(new Scenario("bare canvas", bars, "all", () -> new BareCanvasSubject(bars)));
        }
        for (int bars : new int[] {375, 5_000}) {
            scenarios.add(new Scenario("ChartFX candlesticks", bars, "all", () -> new StockChartSubject(bars)));
        }
        return scenarios;
    }

    private static void ratios(Map<String, FrameFigures> ours, Map<String, FrameFigures> peers, String peer) {
        peers.forEach((key, figures) -> {
            FrameFigures own = ours.get(key);
            if (own != null) {
                System.out.printf(
                        Locale.ROOT,
                        "ratio sauda / %s, %s: fps %.2f, cpu per frame %.2f%n",
                        peer,
                        key,
                        own.framesPerSecond() / figures.framesPerSecond(),
                        own.cpuMillisPerFrame() / figures.cpuMillisPerFrame());
            }
        });
    }

    private static void verdict(Map<String, FrameFigures> ours) {
        double slowest = ours.values().stream()
                .mapToDouble(FrameFigures::framesPerSecond)
                .min()
                .orElse(0);
        double worst = ours.values().stream()
                .mapToDouble(FrameFigures::p99Millis)
                .max()
                .orElse(0);
        System.out.printf(
                Locale.ROOT,
                "wanted: at least %.0f fps and p99 below %.0f ms everywhere; reached: %.1f fps, p99 %.2f ms: %s%n",
                WANTED_FRAMES_PER_SECOND,
                WANTED_P99_MILLIS,
                slowest,
                worst,
                slowest >= WANTED_FRAMES_PER_SECOND && worst < WANTED_P99_MILLIS ? "met" : "missed");
    }
}
