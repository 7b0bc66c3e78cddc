package in.sauda.bench;

import in.sauda.bench.backtest.BacktestMeasurement;
import in.sauda.bench.chart.ChartBench;
import in.sauda.bench.decode.DecodeMeasurement;
import in.sauda.bench.engine.EngineBench;
import in.sauda.bench.engine.UpsertBench;
import in.sauda.bench.feed.FeedMeasurement;
import in.sauda.bench.instruments.ImportBench;
import in.sauda.bench.instruments.SearchBench;
import in.sauda.bench.journal.JournalMeasurement;
import in.sauda.bench.simulator.MarketMeasurement;
import in.sauda.bench.soak.SoakMeasurement;
import in.sauda.bench.ui.UiMeasurement;
import in.sauda.bench.upstox.UpstoxMeasurement;
import java.io.PrintStream;
import java.util.List;

/// Runs one measurement by name: {@code mvn -q -Pbench -Dbench=NAME}.
public final class Bench {
    private static final List<Measurement> MEASUREMENTS = List.of(
            new ChartBench(),
            new DecodeMeasurement(),
            new UpstoxMeasurement(),
            FeedMeasurement.angelOne(),
            FeedMeasurement.upstox(),
            new ImportBench(),
            new SearchBench(),
            new EngineBench(),
            new UpsertBench(),
            new MarketMeasurement(),
            new BacktestMeasurement(),
            new JournalMeasurement(),
            new SoakMeasurement(),
            new UiMeasurement(),
            new StartMeasurement(),
            new HeadlessMeasurement());

    private Bench() {}

    public static void main(String[] args) throws Exception {
        String wanted = args.length == 0 ? "help" : args[0];
        for (Measurement measurement : MEASUREMENTS) {
            if (measurement.name().equals(wanted)) {
                measurement.run();
                return;
            }
        }
        help(System.out);
    }

    private static void help(PrintStream out) {
        out.println("Usage: mvn -q -Pbench -Dbench=NAME, where NAME is one of");
        MEASUREMENTS.forEach(m -> out.printf("  %-12s %s%n", m.name(), m.description()));
    }
}
