package in.sauda.bench.soak;

import in.sauda.app.session.ServedExchange;
import in.sauda.app.session.SessionStart;
import in.sauda.app.session.TerminalSession;
import in.sauda.bench.soak.SoakReport.Change;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.OrderStatus;
import in.sauda.core.time.SystemTime;
import in.sauda.core.view.Command;
import in.sauda.core.view.OrderView;
import in.sauda.core.view.Terminal;
import in.sauda.simulator.Simulator;
import in.sauda.simulator.SimulatorOptions;
import in.sauda.simulator.Truth;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A whole terminal core on the wire of a local exchange that misbehaves by plan, and at the end the comparison of
/// everything the terminal believes with what really happened.
public final class SoakRun {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final LocalTime START = LocalTime.of(10, 0);
    private static final int TRADED = 5;
    private static final long STEP_MILLIS = 20;
    private static final Duration ORDER_EVERY = Duration.ofSeconds(5);

    private final SoakPlan plan;
    private final Path home;
    private final SystemTime time = new SystemTime();

    public SoakRun(SoakPlan plan, Path home) {
        this.plan = plan;
        this.home = home;
    }

    /// Blocks for the plan's length and the settling after it.
    ///
    /// @throws IOException when the exchange or the terminal cannot start
    public SoakReport run() throws IOException, InterruptedException {
        SimulatorOptions options =
                SimulatorOptions.defaults(DAY).withStart(START).withSpeed(plan.speed());
        try (Simulator exchange = Simulator.start(options, time);
                TerminalSession session =
                        SessionStart.served(home, ServedExchange.of(exchange, time), 0, TradingMode.DEMO, time)) {
            return run(exchange, session);
        }
    }

    private SoakReport run(Simulator exchange, TerminalSession session) throws InterruptedException {
        Terminal terminal = session.terminal();
        List<Instrument> watched = exchange.activeSymbols().stream()
                .map(session.directory()::find)
                .flatMap(Optional::stream)
                .limit(plan.symbols())
                .toList();
        terminal.send(new Command.Watch("soak", watched, FeedMode.FULL));
        Map<Instrument, BarSeries> bars = new HashMap<>();
        watched.forEach(instrument -> bars.put(instrument, terminal.bars(instrument, Timeframe.M1)));
        SoakTrader trader = new SoakTrader(terminal, watched.subList(0, Math.min(TRADED, watched.size())));
        pause(plan.every(), trader);
        Change warm = new Change(threads(), heapMegabytes());
        for (int number = 0; number < plan.rounds(); number++) {
            plan.rules(number).forEach(exchange.faults()::inject);
            trade(plan.lasting(), trader);
            exchange.faults().clear();
            trade(plan.every().minus(plan.lasting()), trader);
        }
        pause(plan.settling(), trader);
        return report(exchange, session, bars, trader, warm);
    }

    private void trade(Duration length, SoakTrader trader) throws InterruptedException {
        long end = time.nanos() + length.toNanos();
        while (time.nanos() - end < 0) {
            trader.place();
            pause(Duration.ofNanos(Math.min(ORDER_EVERY.toNanos(), Math.max(1, end - time.nanos()))), trader);
        }
    }

    private void pause(Duration length, SoakTrader trader) throws InterruptedException {
        long end = time.nanos() + length.toNanos();
        while (time.nanos() - end < 0) {
            trader.onTime();
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
    }

    private SoakReport report(
            Simulator exchange,
            TerminalSession session,
            Map<Instrument, BarSeries> bars,
            SoakTrader trader,
            Change warm)
            throws InterruptedException {
        Truth truth = exchange.truth();
        CandleCheck check =
                new CandleCheck(truth, session.history(), exchange.clock().millis());
        for (Map.Entry<Instrument, BarSeries> series : bars.entrySet()) {
            check.compare(series.getKey(), series.getValue());
        }
        Map<String, List<Truth.Order>> real = new HashMap<>();
        truth.orders()
                .forEach(order -> real.computeIfAbsent(order.tag(), tag -> new ArrayList<>())
                        .add(order));
        return new SoakReport(
                session.terminal().status().ticks(),
                check.compared(),
                check.differing(),
                check.vanished(),
                check.incurable(),
                trader.orders().size(),
                disagreements(trader, real),
                real.entrySet().stream()
                        .filter(entry -> entry.getValue().size() > 1)
                        .map(Map.Entry::getKey)
                        .toList(),
                new Change(warm.warm(), threads()),
                truth.sockets().size(),
                new Change(warm.end(), heapMegabytes()),
                truth.faultLog());
    }

    private static List<String> disagreements(SoakTrader trader, Map<String, List<Truth.Order>> real) {
        List<String> disagreeing = new ArrayList<>();
        trader.orders().forEach((id, order) -> {
            List<Truth.Order> found = real.getOrDefault(id, List.of());
            if (!agrees(order, found)) {
                disagreeing.add(id + " is " + order.status() + " " + order.filledQuantity() + " here, there " + found);
            }
        });
        real.keySet().stream()
                .filter(tag -> !tag.isEmpty() && !trader.orders().containsKey(tag))
                .forEach(tag -> disagreeing.add(tag + " is unknown here, there " + real.get(tag)));
        return disagreeing;
    }

    private static boolean agrees(OrderView order, List<Truth.Order> found) {
        OrderStatus status = order.status();
        if (found.isEmpty()) {
            return status == OrderStatus.REJECTED || status == OrderStatus.DENIED || status == OrderStatus.EXPIRED;
        }
        Truth.Order there = found.getFirst();
        boolean state = switch (there.state()) {
            case "complete" -> status == OrderStatus.FILLED;
            case "cancelled" -> status == OrderStatus.CANCELLED;
            case "rejected" -> status == OrderStatus.REJECTED;
            default -> status == OrderStatus.OPEN || status == OrderStatus.PARTIALLY_FILLED;
        };
        return state && order.filledQuantity() == there.filled();
    }

    private static long threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static long heapMegabytes() {
        System.gc();
        Runtime memory = Runtime.getRuntime();
        return (memory.totalMemory() - memory.freeMemory()) >> 20;
    }
}
