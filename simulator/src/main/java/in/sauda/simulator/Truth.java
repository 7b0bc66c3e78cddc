package in.sauda.simulator;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.time.IndiaTime;
import in.sauda.simulator.angel.AngelServer;
import in.sauda.simulator.angel.LoopbackServer;
import in.sauda.simulator.angel.SocketTruth;
import in.sauda.simulator.exchange.Exchange;
import in.sauda.simulator.exchange.ExchangeOrder;
import in.sauda.simulator.exchange.Funds;
import in.sauda.simulator.faults.FaultInjector;
import in.sauda.simulator.market.CandleHistory;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What really happened on the exchange, whatever a client was told. Every call reads the present state; safe
/// from any thread.
public final class Truth {
    /// An order as the exchange knows it.
    ///
    /// @param state the word of the order book
    /// @param averageRupees 0 without fills
    public record Order(
            String id,
            String uniqueId,
            String tag,
            Segment segment,
            String token,
            String symbol,
            String side,
            long quantity,
            long filled,
            double averageRupees,
            String state,
            String text) {
        static Order of(ExchangeOrder order) {
            Contract contract = order.contract();
            return new Order(
                    order.id(),
                    order.uniqueId(),
                    order.spec().tag(),
                    contract.segment(),
                    contract.token(),
                    contract.symbol(),
                    order.side().name(),
                    order.spec().quantity(),
                    order.filled(),
                    order.averageRupees(),
                    order.state().wire(),
                    order.text());
        }
    }

    private final Market market;
    private final Exchange exchange;
    private final LoopbackServer server;
    private final ContractCatalog catalog;
    private final FaultInjector faults;

    Truth(Market market, Exchange exchange, LoopbackServer server, ContractCatalog catalog, FaultInjector faults) {
        this.market = market;
        this.exchange = exchange;
        this.server = server;
        this.catalog = catalog;
        this.faults = faults;
    }

    /// All orders of the day, oldest first.
    public List<Order> orders() {
        return market.locked(() -> exchange.orders().stream().map(Order::of).toList());
    }

    public Funds funds() {
        return market.locked(exchange::funds);
    }

    /// Minute candles of today up to the minute that is growing now.
    ///
    /// @throws IllegalArgumentException when nothing of that key is listed
    public List<Candle> minuteCandles(InstrumentKey key) {
        Contract contract = catalog.find(key.segment(), key.token())
                .orElseThrow(() -> new IllegalArgumentException("nothing is listed as " + key));
        long open = IndiaTime.epochMillis(market.date(), LocalTime.of(9, 0));
        long now = market.clock().millis();
        return new CandleHistory(market.tapes()).candles(contract, Timeframe.M1, open, now, now);
    }

    /// What any connection has subscribed to.
    public List<InstrumentKey> subscribed() {
        return market.locked(() -> server.subscribed().stream()
                .map(contract -> new InstrumentKey(contract.segment(), contract.token()))
                .toList());
    }

    /// Every open connection with its counters.
    public List<SocketTruth> sockets() {
        return server.sockets();
    }

    /// Packets encoded since the start.
    public long packets() {
        return server.packets();
    }

    /// Frames of the streams that were never sent since the start.
    public long droppedFrames() {
        return server.droppedFrames();
    }

    /// Starts of the minutes in which a fault made packets of that instrument vanish, which no client can know of;
    /// empty on the Upstox
    /// wire, whose frames are not looked into.
    public Set<Long> vanishedMinutes(InstrumentKey key) {
        return server instanceof AngelServer angel ? angel.vanishedMinutes(key) : Set.of();
    }

    /// Hits of faults by name.
    public Map<String, Long> faultHits() {
        return faults.hits();
    }

    /// What the faults did, oldest first.
    public List<String> faultLog() {
        return faults.log();
    }
}
