package in.sauda.core.storage;

import in.sauda.core.alerts.AlertFiring;
import in.sauda.core.alerts.AlertStore;
import in.sauda.core.alerts.StoredAlert;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleStore;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderStore;
import in.sauda.core.orders.StoredTrade;
import in.sauda.core.orders.TradeState;
import in.sauda.core.signals.Signal;
import in.sauda.core.signals.SignalStore;
import in.sauda.core.truth.DayComparison;
import in.sauda.core.truth.DayParity;
import in.sauda.core.truth.MinuteDifference;
import in.sauda.core.truth.ParityStore;
import in.sauda.core.view.OrderView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Stores that forget everything when the application ends: for tests, measurements and throw-away demo days.
public final class InMemoryStores {
    private InMemoryStores() {}

    public static Stores create() {
        return new Stores(new Candles(), new Signals(), new Orders(), new Alerts(), new Parity());
    }

    private static final class Candles implements CandleStore {
        private record Key(InstrumentKey instrument, Timeframe timeframe) {}

        private final Map<Key, TreeMap<Long, Candle>> candles = new LinkedHashMap<>();

        @Override
        public synchronized void save(List<Entry> entries) {
            for (Entry entry : entries) {
                candles.computeIfAbsent(new Key(entry.key(), entry.timeframe()), _ -> new TreeMap<>())
                        .put(entry.candle().startMillis(), entry.candle());
            }
        }

        @Override
        public synchronized List<InstrumentKey> stored(Timeframe timeframe, long fromMillis, long toMillis) {
            return candles.entrySet().stream()
                    .filter(entry -> entry.getKey().timeframe() == timeframe)
                    .filter(entry ->
                            !entry.getValue().subMap(fromMillis, toMillis).isEmpty())
                    .map(entry -> entry.getKey().instrument())
                    .toList();
        }

        @Override
        public synchronized List<Candle> load(InstrumentKey key, Timeframe timeframe, long fromMillis, long toMillis) {
            TreeMap<Long, Candle> known = candles.getOrDefault(new Key(key, timeframe), new TreeMap<>());
            return List.copyOf(known.subMap(fromMillis, toMillis).values());
        }

        @Override
        public void archive(InstrumentKey key, List<Candle> old) {
            save(old.stream()
                    .map(candle -> new Entry(key, Timeframe.M1, candle))
                    .toList());
        }

        /// Memory has nothing to pack.
        @Override
        public int pack(long beforeMillis) {
            return 0;
        }

        @Override
        public synchronized void forget(long beforeMillis) {
            candles.forEach((key, known) -> {
                if (key.timeframe() == Timeframe.M1) {
                    known.headMap(beforeMillis).clear();
                }
            });
        }
    }

    private static final class Signals implements SignalStore {
        private final TreeMap<Long, Signal> signals = new TreeMap<>();

        @Override
        public synchronized void save(List<Signal> added) {
            added.forEach(signal -> signals.put(signal.id(), signal));
        }

        @Override
        public synchronized List<Signal> load(long fromMillis, long toMillis) {
            return signals.values().stream()
                    .filter(signal -> signal.candleMillis() >= fromMillis && signal.candleMillis() < toMillis)
                    .toList();
        }

        @Override
        public synchronized long lastId() {
            return signals.isEmpty() ? 0 : signals.lastKey();
        }
    }

    private static final class Alerts implements AlertStore {
        private final TreeMap<Long, StoredAlert> alerts = new TreeMap<>();
        private final List<AlertFiring> firings = new ArrayList<>();

        @Override
        public synchronized void save(List<StoredAlert> changed) {
            changed.forEach(alert -> alerts.put(alert.rule().id(), alert));
        }

        @Override
        public synchronized void remove(List<Long> ids) {
            ids.forEach(alerts::remove);
        }

        @Override
        public synchronized void saveFirings(List<AlertFiring> added) {
            firings.removeAll(added);
            firings.addAll(added);
        }

        @Override
        public synchronized List<StoredAlert> load() {
            return List.copyOf(alerts.values());
        }

        @Override
        public synchronized List<AlertFiring> firings(int most) {
            return firings.reversed().stream().limit(most).toList();
        }
    }

    private static final class Orders implements OrderStore {
        private final Map<ClientOrderId, OrderView> orders = new LinkedHashMap<>();
        private final Map<String, StoredTrade> trades = new LinkedHashMap<>();
        private final List<OrderView> states = new ArrayList<>();

        @Override
        public synchronized void saveOrders(List<OrderView> changed) {
            changed.forEach(order -> orders.put(order.request().id(), order));
            states.addAll(changed);
        }

        @Override
        public synchronized void saveTrades(List<StoredTrade> changed) {
            changed.forEach(trade -> trades.put(trade.tradeId(), trade));
        }

        @Override
        public synchronized List<OrderView> states(long fromMillis, long toMillis) {
            return states.stream()
                    .filter(state -> state.updatedMillis() >= fromMillis && state.updatedMillis() < toMillis)
                    .sorted(Comparator.comparingLong(OrderView::updatedMillis))
                    .toList();
        }

        @Override
        public synchronized List<OrderView> loadOrders(long sinceMillis) {
            return orders.values().stream()
                    .filter(order -> order.updatedMillis() >= sinceMillis
                            || !order.status().terminal())
                    .toList();
        }

        @Override
        public synchronized List<StoredTrade> loadOpenTrades() {
            return new ArrayList<>(trades.values())
                    .stream()
                            .filter(trade -> trade.state() != TradeState.NEUTRAL)
                            .toList();
        }
    }

    private static final class Parity implements ParityStore {
        private record Day(LocalDate date, InstrumentKey instrument) {}

        private final Map<Day, DayComparison.Result> results = new LinkedHashMap<>();

        @Override
        public synchronized void save(List<DayComparison.Result> added) {
            added.forEach(result ->
                    results.put(new Day(result.parity().date(), result.parity().key()), result));
        }

        @Override
        public synchronized List<DayParity> load(LocalDate date) {
            return results.values().stream()
                    .map(DayComparison.Result::parity)
                    .filter(day -> day.date().equals(date))
                    .sorted(Comparator.comparing(DayParity::symbol))
                    .toList();
        }

        @Override
        public synchronized List<MinuteDifference> differences(LocalDate date, InstrumentKey key) {
            DayComparison.Result result = results.get(new Day(date, key));
            return result == null ? List.of() : result.differences();
        }

        @Override
        public synchronized List<LocalDate> dates(int most) {
            return results.keySet().stream()
                    .map(Day::date)
                    .distinct()
                    .sorted(Comparator.reverseOrder())
                    .limit(most)
                    .toList();
        }
    }
}
