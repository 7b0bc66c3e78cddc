package in.sauda.core.orders;

import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.ExchangeClock;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.OrderView;
import in.sauda.core.view.UiEvents;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a ticket to the exchange. In this order: {@link OrderStaging} checks it and asks, {@link OrderAnswers} takes
/// the confirmation by hand and saves it, {@link OrderSending} hands it to the broker's gateway, {@link OrderReports}
/// takes what comes back. Engine thread only.
public final class ExecutionEngine {
    private static final Logger LOG = LoggerFactory.getLogger(ExecutionEngine.class);

    private final PositionBook positions;
    private final TradeManager trades;
    private final OrderLedger ledger;
    private final OrderStaging staging;
    private final OrderAnswers answers;
    private final OrderSending sending;
    private final OrderReports reports;

    public ExecutionEngine(
            TimeSource time,
            ExchangeClock clock,
            ExecutionEnvironment environment,
            OrderJournal journal,
            UiEvents events,
            PositionBook positions) {
        this.positions = positions;
        ConfirmationDesk desk = new ConfirmationDesk(events);
        trades = new TradeManager(time, clock, journal, events);
        ledger = new OrderLedger(clock, journal, events);
        staging = new OrderStaging(time, clock, environment, ledger, desk, trades);
        answers = new OrderAnswers(time, environment, ledger, desk, trades);
        reports = new OrderReports(clock, environment, ledger, positions, trades);
        sending = new OrderSending(time, environment, ledger, this::onEvent);
    }

    /// Takes up orders and trades of earlier runs; their fills of this session make the positions.
    public void restore(List<OrderView> storedOrders, List<StoredTrade> storedTrades, long sessionStartMillis) {
        for (OrderView stored : storedOrders) {
            if (!stored.strategy().equals(OrderTicket.ELSEWHERE)) {
                restore(new OrderRecord(stored), sessionStartMillis);
            }
        }
        trades.restore(storedTrades);
    }

    /// Takes the orders that opened the trades of earlier runs, however old they are.
    public void entries(List<OrderView> orders) {
        trades.entries(orders);
    }

    /// Takes what a broker's books list of positions; see {@link TradeManager#onBooks}.
    boolean onBooks(Predicate<BrokerId> carries, Function<OrderRequest, OptionalLong> net, long requestedNanos) {
        return trades.onBooks(carries, net, requestedNanos);
    }

    private void restore(OrderRecord order, long sessionStartMillis) {
        if (order.status == OrderStatus.AWAITING_CONFIRM) {
            order.status = OrderStatus.EXPIRED;
            order.text = "The application was restarted.";
        }
        ledger.add(order);
        if (order.filledQuantity > 0 && order.createdMillis >= sessionStartMillis) {
            long value = Math.multiplyExact(order.filledQuantity, order.averagePrice);
            positions.fill(order.request, order.filledQuantity, value, order.createdMillis);
        }
        ledger.show(order);
    }

    public void onSignal(Signal signal) {
        trades.onSignal(signal);
    }

    /// Checks a ticket and asks the user; a refused ticket stays visible as a denied order.
    public void stage(OrderTicket ticket) {
        staging.stage(ticket);
    }

    /// Asks the user to confirm new terms for a working order.
    public void stageModify(ClientOrderId id, long quantity, long price) {
        staging.stageModify(id, quantity, price);
    }

    /// The user confirmed by hand. A second confirmation of the same card changes nothing.
    public void confirm(ClientOrderId id) {
        answers.confirm(id);
    }

    public void decline(ClientOrderId id, String reason) {
        answers.decline(id, reason);
    }

    /// The order's state is on disk: now, and only now, it may leave.
    public void onSaved(ClientOrderId id) {
        sending.onSaved(id);
    }

    /// The order's state could not be saved: it is not sent, and says so.
    public void onNotSaved(ClientOrderId id, String reason) {
        sending.onNotSaved(id, reason);
    }

    public void cancel(ClientOrderId id) {
        OrderRecord order = ledger.find(id);
        if (order == null || order.status.terminal()) {
            return;
        }
        if (order.status == OrderStatus.AWAITING_CONFIRM) {
            answers.decline(id, "Cancelled before it was confirmed");
        } else {
            sending.cancel(order);
        }
    }

    /// Cancels every working order at some brokers one by one, those placed elsewhere included.
    ///
    /// @return how many there were
    public int cancelAll(Predicate<BrokerId> brokers) {
        List<OrderRecord> working = ledger.all().stream()
                .filter(order -> !order.status.terminal() && brokers.test(order.request.broker()))
                .toList();
        working.forEach(order -> cancel(order.id()));
        return working.size();
    }

    /// Takes what a gateway reports, in any order and any number of times.
    public void onEvent(OrderEvent event) {
        OrderRecord order = ledger.find(event.id());
        if (order == null) {
            LOG.warn("Event of an unknown order: {}", event);
            return;
        }
        reports.onEvent(order, event);
        if (order.cancelWanted && !order.status.terminal() && order.brokerOrderId != null) {
            sending.cancel(order);
        }
    }

    /// True when a row of a broker's book is an order this terminal sent, in this run or an earlier one.
    boolean owns(BrokerId broker, BookedOrder booked) {
        return ledger.owns(broker, booked);
    }

    /// Shows an order that was placed elsewhere, as the broker's book has it now.
    ///
    /// @return true when it was filled further, so that the positions must be read again
    boolean showForeign(BrokerId broker, BookedOrder booked, Instrument instrument, TradingMode mode) {
        return reports.showForeign(broker, booked, instrument, mode);
    }

    /// Lets cards, signals and cool-downs end.
    public void onTime() {
        answers.onTime();
        trades.onTime();
    }

    Collection<OrderRecord> records() {
        return ledger.all();
    }

    /// Orders sent or refused so far, including those restored.
    public int size() {
        return ledger.size();
    }

    /// Instruments with an order that is not terminal, for subscriptions.
    public Set<Instrument> workingInstruments() {
        return ledger.workingInstruments();
    }

    /// Orders that are not terminal.
    public int working() {
        return ledger.working();
    }

    /// The trade of a strategy in an instrument, NEUTRAL when there is none.
    public TradeState tradeState(String strategy, int instrument) {
        return trades.state(strategy, instrument);
    }
}
