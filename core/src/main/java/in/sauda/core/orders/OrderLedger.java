package in.sauda.core.orders;

import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.ExchangeClock;
import in.sauda.core.view.UiEvent;
import in.sauda.core.view.UiEvents;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every order of the session, and who is told when one changes: the screen, and the disk. Engine thread only.
final class OrderLedger {
    private static final Logger LOG = LoggerFactory.getLogger(OrderLedger.class);

    private final ExchangeClock clock;
    private final OrderJournal journal;
    private final UiEvents events;
    private final Map<ClientOrderId, OrderRecord> orders = new LinkedHashMap<>();

    OrderLedger(ExchangeClock clock, OrderJournal journal, UiEvents events) {
        this.clock = clock;
        this.journal = journal;
        this.events = events;
    }

    void add(OrderRecord order) {
        orders.put(order.id(), order);
    }

    @Nullable
    OrderRecord find(ClientOrderId id) {
        return orders.get(id);
    }

    Collection<OrderRecord> all() {
        return List.copyOf(orders.values());
    }

    int size() {
        return orders.size();
    }

    /// Shows an order that is as it was when it was stored.
    void show(OrderRecord order) {
        events.add(new UiEvent.OrderChanged(order.view()));
    }

    void changed(OrderRecord order) {
        order.updatedMillis = clock.now();
        show(order);
    }

    void save(OrderRecord order) {
        journal.save(order.view());
    }

    void saveBeforeSending(OrderRecord order) {
        journal.saveBeforeSending(order.view());
    }

    /// Ends an order our own checks refuse; it stays visible.
    void deny(OrderRecord order, Denial denial) {
        LOG.info("Order {} denied: {} {}", order.id(), denial.code(), denial.sentence());
        order.status = OrderStatus.DENIED;
        order.text = denial.code() + ": " + denial.sentence();
        changed(order);
        save(order);
        warn(denial);
    }

    void warn(Denial denial) {
        notice(UiEvent.Level.WARNING, denial.code(), denial.sentence(), denial.nextStep());
    }

    void notice(UiEvent.Level level, String code, String sentence, String nextStep) {
        events.add(new UiEvent.Notice(level, code, sentence, nextStep));
    }

    /// One signal makes one order of a kind: entry or exit.
    @Nullable
    Denial alreadyWorking(OrderTicket ticket) {
        boolean working = ticket.signalId() != 0
                && orders.values().stream()
                        .anyMatch(order -> order.signalId == ticket.signalId()
                                && order.strategy.equals(ticket.strategy())
                                && order.exit == ticket.exit()
                                && (!order.status.terminal() || order.status == OrderStatus.FILLED));
        return working
                ? new Denial("DUPLICATE", "This signal already has an order.", "Look at the order table.")
                : null;
    }

    /// True when a row of a broker's book is an order this terminal sent, in this run or an earlier one.
    boolean owns(BrokerId broker, BookedOrder booked) {
        boolean tagged = ClientOrderId.valid(booked.tag()) && orders.containsKey(new ClientOrderId(booked.tag()));
        return tagged
                || orders.values().stream()
                        .anyMatch(order -> !order.foreign()
                                && order.request.broker().equals(broker)
                                && booked.brokerOrderId().equals(order.brokerOrderId));
    }

    /// Instruments with an order that is not terminal.
    Set<Instrument> workingInstruments() {
        Set<Instrument> instruments = new LinkedHashSet<>();
        for (OrderRecord order : orders.values()) {
            if (!order.status.terminal()) {
                instruments.add(order.request.instrument());
            }
        }
        return instruments;
    }

    /// Orders that are not terminal.
    int working() {
        int count = 0;
        for (OrderRecord order : orders.values()) {
            count += order.status.terminal() ? 0 : 1;
        }
        return count;
    }
}
