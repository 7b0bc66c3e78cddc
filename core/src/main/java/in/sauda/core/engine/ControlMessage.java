package in.sauda.core.engine;

import in.sauda.core.broker.AccountSnapshot;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.BrokerLink;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.feed.FeedState;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.view.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything but market data that reaches the engine.
sealed interface ControlMessage {
    record UserCommand(Command command) implements ControlMessage {}

    /// @param broker who tells it
    record OrderReport(BrokerId broker, OrderEvent event) implements ControlMessage {}

    /// @param atNanos monotonic time of the change: ticks received later belong to the new connection
    record FeedReport(FeedState state, long atNanos) implements ControlMessage {}

    /// A round of quotes is over.
    ///
    /// @param failure what made it end early, or null
    record Polled(@Nullable BrokerFailure failure) implements ControlMessage {}

    /// @param session prices, candles and everything else that is not an order's come from it
    /// @param first where orders go, and whose books they are in
    record Attached(BrokerSession session, BrokerLink first) implements ControlMessage {}

    /// A second broker can carry out orders, too.
    record Joined(BrokerLink second) implements ControlMessage {}

    record Detached() implements ControlMessage {}

    /// Somebody opened a chart.
    record BarsRequested(int instrument, Timeframe timeframe) implements ControlMessage {}

    /// Candles from the database or a broker.
    ///
    /// @param stored they come from our own database
    record HistoryLoaded(int instrument, Timeframe timeframe, List<Candle> candles, boolean stored)
            implements ControlMessage {}

    /// The broker's minutes of a day, to compare with ours.
    ///
    /// @param failure why they could not be read, empty when they could
    record DayRead(int instrument, long fromMillis, long toMillis, List<Candle> candles, String failure)
            implements ControlMessage {}

    /// The broker was asked; no more history will come for this request.
    record HistoryDone(int instrument, Timeframe timeframe, boolean complete) implements ControlMessage {}

    /// The order is safe on disk and may be sent.
    record OrderSaved(ClientOrderId id) implements ControlMessage {}

    /// The order could not be saved and must not be sent.
    record OrderNotSaved(ClientOrderId id, String reason) implements ControlMessage {}

    record HistoryFailed(BrokerFailure failure) implements ControlMessage {}

    /// @param from the broker that was asked
    /// @param requestedNanos monotonic time at which it was asked
    record SnapshotLoaded(BrokerLink from, AccountSnapshot snapshot, long requestedNanos) implements ControlMessage {}

    record SnapshotFailed(BrokerLink from, BrokerFailure failure) implements ControlMessage {}

    /// A finished minute as the broker itself made it, to compare with ours.
    record BrokerMinute(int instrument, Candle candle) implements ControlMessage {}

    /// The options an instance of a strategy asked for.
    record ContractsFound(String strategy, Instrument spot, List<Instrument> options) implements ControlMessage {}

    /// The nearest future of an index, whose volume the index borrows.
    record FutureFound(int index, Instrument future) implements ControlMessage {}

    /// Ends the engine after everything before it was handled.
    record Stop() implements ControlMessage {}
}
