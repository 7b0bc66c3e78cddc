package in.sauda.app.metrics;

import in.sauda.core.health.HealthReport;
import in.sauda.core.health.HealthState;
import in.sauda.core.view.CoreStatus;
import in.sauda.core.view.Terminal;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Figures of the running core for Prometheus, at `/metrics` of this computer alone; it reads what the core publishes
/// and costs nothing between two visits. No account, instrument or order is named in it.
public final class MetricsServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    private final HTTPServer server;
    private volatile @Nullable Terminal terminal;

    private MetricsServer(int port) throws IOException {
        PrometheusRegistry registry = new PrometheusRegistry();
        registry.register((MultiCollector) this::collect);
        server = HTTPServer.builder()
                .hostname(LOOPBACK)
                .port(port)
                .registry(registry)
                .buildAndStart();
    }

    /// @param port 0 for any free one
    /// @throws IOException when another program listens there
    public static MetricsServer open(int port) throws IOException {
        try {
            return new MetricsServer(port);
        } catch (IOException taken) {
            throw new IOException("the metrics page cannot use port " + port + " (" + taken.getMessage() + ")", taken);
        }
    }

    public int port() {
        return server.getPort();
    }

    /// Whose figures are shown from now on.
    public void show(Terminal running) {
        terminal = running;
    }

    private MetricSnapshots collect() {
        Terminal running = terminal;
        if (running == null) {
            return new MetricSnapshots(List.of());
        }
        CoreStatus status = running.status();
        HealthReport health = running.health();
        List<MetricSnapshot> figures = new ArrayList<>(List.of(
                counter("sauda_ticks", "Market events consumed.", status.ticks()),
                counter("sauda_ticks_merged", "Updates merged because the ring was full.", status.conflated()),
                counter("sauda_candles", "Closed one-minute candles made from ticks.", status.candles()),
                counter("sauda_signals", "Signals raised.", status.signals()),
                counter("sauda_orders", "Orders of the day.", status.orders()),
                counter("sauda_live_rest_calls", "Quote calls while prices should stream.", health.liveRestCalls()),
                gauge(
                        "sauda_feed_connected",
                        "1 while a feed delivers.",
                        status.feed().connected() ? 1 : 0),
                gauge("sauda_ticks_per_second", "Over the last second.", status.ticksPerSecond()),
                gauge("sauda_instruments_subscribed", "Asked of the feed.", status.subscribed()),
                gauge("sauda_instruments_ticking", "Subscribed ones with an update.", status.ticking()),
                gauge("sauda_orders_working", "Orders that are not final.", status.ordersWorking()),
                gauge(
                        "sauda_store_connected",
                        "1 while the database takes what is saved.",
                        health.storeConnected() ? 1 : 0),
                gauge("sauda_heap_used_bytes", "Memory in use.", (double) health.heapUsedBytes()),
                health(health)));
        if (status.feedAgeNanos() >= 0) {
            figures.add(gauge("sauda_feed_age_seconds", "Since the last frame.", status.feedAgeNanos() / NANOS));
        }
        if (status.clockSkewMillis() != Long.MIN_VALUE) {
            figures.add(gauge(
                    "sauda_clock_skew_seconds",
                    "This computer minus the exchange.",
                    status.clockSkewMillis() / MILLIS));
        }
        if (health.diskFreeBytes() >= 0) {
            figures.add(
                    gauge("sauda_disk_free_bytes", "Free space where data is kept.", (double) health.diskFreeBytes()));
        }
        return new MetricSnapshots(figures);
    }

    private static MetricSnapshot counter(String name, String help, long value) {
        return CounterSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .value((double) value)
                        .build())
                .build();
    }

    private static MetricSnapshot gauge(String name, String help, double value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .value(value)
                        .build())
                .build();
    }

    private static MetricSnapshot health(HealthReport report) {
        StateSetSnapshot.StateSetDataPointSnapshot.Builder states =
                StateSetSnapshot.StateSetDataPointSnapshot.builder().labels(Labels.EMPTY);
        for (HealthState state : HealthState.values()) {
            states.state(state.name(), state == report.status());
        }
        return StateSetSnapshot.builder()
                .name("sauda_health")
                .help("Worst of the health rules.")
                .dataPoint(states.build())
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
