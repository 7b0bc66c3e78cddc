package in.sauda.core.broker.support;

import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.broker.AccountSnapshot.Status;
import in.sauda.core.broker.support.TrackedOrder.Change;
import in.sauda.core.broker.support.TrackedOrder.Stage;
import in.sauda.core.broker.support.TrackedOrder.Terms;
import in.sauda.core.domain.OrderType;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.orders.OrderRequest;
import in.sauda.core.time.TimeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns replies and readings of the order book into order events, each told once and in order.
///
/// Everything happens under one lock, events included, so their consumer must only pass them on.
public final class OrderTracker {
    private static final Logger LOG = LoggerFactory.getLogger(OrderTracker.class);
    /// How often and how long the book is read before a lost order counts as never arrived.
    private static final int MISSED_READINGS = 4;

    private static final long MISSED_NANOS = TimeUnit.SECONDS.toNanos(15);
    /// How long an answered change may take to show in the book.
    private static final long CHANGE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Consumer<OrderEvent> events;
    private final TimeSource time;
    private final String broker;
    private final Function<OrderType, String> varieties;
    private final Map<ClientOrderId, TrackedOrder> orders = new LinkedHashMap<>();
    private final OrdersElsewhere elsewhere;

    /// @param broker name for people
    /// @param varieties how the broker files a new order of a type; an empty text where it does not care
    public OrderTracker(
            Consumer<OrderEvent> events, TimeSource time, String broker, Function<OrderType, String> varieties) {
        this.broker = broker;
        this.varieties = varieties;
        this.events = events;
        this.time = time;
        this.elsewhere = new OrdersElsewhere(events);
    }

    /// @return false when an order with this id was already sent
    public synchronized boolean sending(OrderRequest request) {
        if (orders.putIfAbsent(request.id(), TrackedOrder.sent(request, varieties.apply(request.type()))) != null) {
            return false;
        }
        events.accept(new OrderEvent.Submitted(request.id()));
        return true;
    }

    public synchronized void deny(ClientOrderId id, String code, String reason) {
        events.accept(new OrderEvent.Denied(id, code, reason));
    }

    /// @param uniqueId the broker's id for asking about this one order, may be empty
    public synchronized void accepted(ClientOrderId id, String brokerOrderId, String uniqueId) {
        TrackedOrder order = orders.get(id);
        if (order != null) {
            order.uniqueId = uniqueId;
            order.partsNamed(List.of(brokerOrderId));
            accept(order, brokerOrderId);
        }
    }

    /// The broker took an order in several parts.
    ///
    /// @param brokerOrderIds one of each part, at least one; the first stands for the whole
    public synchronized void accepted(ClientOrderId id, List<String> brokerOrderIds) {
        TrackedOrder order = orders.get(id);
        if (order != null) {
            order.uniqueId = brokerOrderIds.size() == 1 ? brokerOrderIds.getFirst() : "";
            order.partsNamed(brokerOrderIds);
            accept(order, brokerOrderIds.getFirst());
            BookRow whole = order.whole();
            if (order.inParts() && whole != null && order.stage != Stage.FINISHED) {
                compare(order, whole, time.nanos());
            }
        }
    }

    /// The broker's ids of those parts of an order that may still work.
    ///
    /// @param brokerOrderId of the whole
    public synchronized List<String> workingParts(ClientOrderId id, String brokerOrderId) {
        TrackedOrder order = orders.get(id);
        List<String> parts = order == null || !order.inParts() ? List.of() : order.workingParts();
        return parts.isEmpty() ? List.of(brokerOrderId) : parts;
    }

    private void accept(TrackedOrder order, String brokerOrderId) {
        if (order.stage == Stage.NOT_FOUND) {
            LOG.warn("order {} turned up at the broker after all, as {}", order.id, brokerOrderId);
        }
        if (order.brokerOrderId.isEmpty()) {
            order.brokerOrderId = brokerOrderId;
            order.stage = Stage.WORKING;
            events.accept(new OrderEvent.Accepted(order.id, brokerOrderId));
        }
    }

    public synchronized void rejected(ClientOrderId id, String code, String reason) {
        TrackedOrder order = orders.get(id);
        if (order != null && order.brokerOrderId.isEmpty()) {
            order.stage = Stage.FINISHED;
            events.accept(new OrderEvent.Rejected(id, code, reason));
        }
    }

    /// The reply to a new order was lost.
    public synchronized void unknown(ClientOrderId id, String reason) {
        TrackedOrder order = orders.get(id);
        if (order != null && order.brokerOrderId.isEmpty()) {
            order.stage = Stage.UNKNOWN;
            order.unknownSinceNanos = time.nanos();
            events.accept(new OrderEvent.Unknown(id, reason));
        }
    }

    /// Notes a modification or cancellation about to be sent and tells how the order is filed at the broker.
    ///
    /// @param wanted new terms, or null to cancel
    public synchronized String changing(ClientOrderId id, String brokerOrderId, @Nullable Terms wanted) {
        TrackedOrder order = orders.computeIfAbsent(id, key -> takeOver(key, brokerOrderId));
        order.change = new Change(wanted, Long.MAX_VALUE, false);
        return order.variety;
    }

    private TrackedOrder takeOver(ClientOrderId id, String brokerOrderId) {
        BookRow known = elsewhere.find(brokerOrderId);
        return known == null
                ? TrackedOrder.adopted(id, brokerOrderId, varieties.apply(OrderType.LIMIT))
                : TrackedOrder.adopted(id, known);
    }

    /// The broker took the change; its effect will show in the book.
    public synchronized void changeAnswered(ClientOrderId id) {
        TrackedOrder order = orders.get(id);
        if (order != null && order.change != null) {
            order.change = order.change.answeredAt(time.nanos());
        }
    }

    /// The reply to a change was lost; its effect, or its absence, will show in the book.
    public synchronized void changeUnknown(ClientOrderId id, String reason) {
        TrackedOrder order = orders.get(id);
        if (order != null && order.change != null) {
            order.change = order.change.answeredAt(time.nanos());
            events.accept(new OrderEvent.Unknown(id, reason));
        }
    }

    public synchronized void changeRejected(ClientOrderId id, String code, String reason) {
        TrackedOrder order = orders.get(id);
        if (order != null && order.change != null) {
            endChange(order, order.change, code, reason);
        }
    }

    private void endChange(TrackedOrder order, Change change, String code, String reason) {
        order.change = null;
        events.accept(
                change.cancels()
                        ? new OrderEvent.CancelRejected(order.id, code, reason)
                        : new OrderEvent.ModifyRejected(order.id, code, reason));
    }

    /// The broker's id of the one order that is watched, or empty when none or several are, or it has no such id.
    public synchronized String onlyOne() {
        List<TrackedOrder> active =
                orders.values().stream().filter(TrackedOrder::active).toList();
        return active.size() == 1 && !active.getFirst().inParts() ? active.getFirst().uniqueId : "";
    }

    /// True while something was asked for whose outcome is not known.
    public synchronized boolean unsettled() {
        return orders.values().stream().anyMatch(TrackedOrder::unsettled);
    }

    /// True while some order's fate has to be watched.
    public synchronized boolean active() {
        return orders.values().stream().anyMatch(TrackedOrder::active);
    }

    /// Takes over a working order of ours that this run of the terminal did not place.
    public synchronized void adopt(ClientOrderId id, BookRow row) {
        TrackedOrder known = orders.putIfAbsent(id, TrackedOrder.adopted(id, row));
        if (known != null && known.mode == null && !known.isPart(row.order().brokerOrderId())) {
            known.adoptPart(row);
        }
    }

    /// Compares one reading of the order book with what was told so far.
    ///
    /// @param startedNanos when the reading was asked for; it says nothing about orders sent later
    public synchronized void read(List<BookRow> book, long startedNanos) {
        Map<String, BookRow> byId = new HashMap<>();
        Map<String, List<BookRow>> byTag = new HashMap<>();
        for (BookRow row : book) {
            byId.put(row.order().brokerOrderId(), row);
            byTag.computeIfAbsent(row.order().tag(), _ -> new ArrayList<>()).add(row);
        }
        for (TrackedOrder order : orders.values()) {
            BookRow row = row(order, byId, byTag.getOrDefault(order.id.value(), List.of()));
            if (row != null && order.stage != Stage.FINISHED) {
                if (order.partsMissing()) {
                    fewer(order, startedNanos);
                } else if (!order.toldSince(startedNanos)) {
                    compare(order, row, startedNanos);
                }
            } else if (order.stage == Stage.UNKNOWN) {
                missed(order, startedNanos);
            }
        }
        for (BookRow row : book) {
            if (find(row.order()) == null) {
                elsewhere.tell(row, startedNanos);
            }
        }
    }

    /// The reply was lost and the book shows only some of the parts; after a while those are all there are.
    private static void fewer(TrackedOrder order, long startedNanos) {
        if (order.stage == Stage.UNKNOWN && startedNanos - order.unknownSinceNanos >= MISSED_NANOS) {
            order.partsComplete();
        }
    }

    /// An order that was sent whole is found by its number, once it has one; parts by the tag they share.
    private static @Nullable BookRow row(TrackedOrder order, Map<String, BookRow> byId, List<BookRow> tagged) {
        if (!order.inParts() && tagged.size() < 2) {
            return order.brokerOrderId.isEmpty()
                    ? tagged.stream().findFirst().orElse(null)
                    : byId.get(order.brokerOrderId);
        }
        BookRow whole = null;
        for (BookRow part : tagged) {
            whole = order.together(part);
        }
        return whole;
    }

    /// Takes one order as it was pushed at this moment.
    public synchronized void update(BookRow row) {
        long now = time.nanos();
        TrackedOrder order = find(row.order());
        if (order == null) {
            elsewhere.tell(row, now);
        } else if (order.stage != Stage.FINISHED) {
            order.told(now);
            BookRow whole = order.together(row);
            if (!order.partsMissing()) {
                compare(order, whole, now);
            }
        }
    }

    /// Notes orders that somebody else was already told about.
    public synchronized void noted(List<BookRow> book, long startedNanos) {
        for (BookRow row : book) {
            if (find(row.order()) == null) {
                elsewhere.note(row, startedNanos);
            }
        }
    }

    private @Nullable TrackedOrder find(BookedOrder booked) {
        if (ClientOrderId.valid(booked.tag())) {
            TrackedOrder tagged = orders.get(new ClientOrderId(booked.tag()));
            if (tagged != null) {
                return tagged;
            }
        }
        return orders.values().stream()
                .filter(order -> order.isPart(booked.brokerOrderId()))
                .findFirst()
                .orElse(null);
    }

    private void missed(TrackedOrder order, long startedNanos) {
        if (startedNanos - order.unknownSinceNanos < 0) {
            return;
        }
        order.missedReadings++;
        if (order.missedReadings >= MISSED_READINGS && startedNanos - order.unknownSinceNanos >= MISSED_NANOS) {
            order.stage = Stage.NOT_FOUND;
            events.accept(new OrderEvent.Rejected(
                    order.id,
                    "NOT_FOUND",
                    broker + "'s order book does not show this order after " + order.missedReadings
                            + " readings, so it never arrived."));
        }
    }

    private void compare(TrackedOrder order, BookRow row, long startedNanos) {
        BookedOrder booked = row.order();
        order.variety = row.variety();
        accept(order, booked.brokerOrderId());
        order.stage = Stage.WORKING;
        switch (booked.status()) {
            case PENDING -> fills(order, booked);
            case OPEN, TRIGGER_PENDING -> {
                fills(order, booked);
                terms(order, row, startedNanos);
            }
            case COMPLETE -> {
                overtaken(order, "the order was filled first");
                finish(order);
                fills(order, booked);
            }
            case CANCELLED -> {
                if (order.change != null && !order.change.cancels()) {
                    overtaken(order, "the order was cancelled first");
                }
                fills(order, booked);
                finish(order);
                events.accept(new OrderEvent.Cancelled(order.id, booked.text()));
            }
            case REJECTED -> {
                overtaken(order, "the order was rejected");
                finish(order);
                events.accept(new OrderEvent.Rejected(
                        order.id,
                        "EXCHANGE",
                        booked.text().isEmpty() ? "The exchange rejected the order." : booked.text()));
            }
        }
    }

    private static void finish(TrackedOrder order) {
        order.stage = Stage.FINISHED;
        order.change = null;
    }

    private void overtaken(TrackedOrder order, String reason) {
        if (order.change != null) {
            endChange(order, order.change, "TOO_LATE", "The change came too late: " + reason + ".");
        }
    }

    private void fills(TrackedOrder order, BookedOrder booked) {
        boolean complete = booked.status() == Status.COMPLETE;
        if (booked.filledQuantity() > order.filled || complete) {
            order.filled = booked.filledQuantity();
            events.accept(new OrderEvent.Filled(
                    order.id,
                    booked.brokerOrderId(),
                    booked.filledQuantity(),
                    booked.averagePrice(),
                    complete,
                    booked.updatedMillis()));
        }
    }

    private void terms(TrackedOrder order, BookRow row, long startedNanos) {
        if (row.changing()) {
            return;
        }
        Terms terms = Terms.of(row);
        Change change = order.change;
        boolean done = change != null && change.answered() && terms.equals(change.wanted());
        if (done || !terms.equals(order.shown)) {
            order.shown = terms;
            events.accept(new OrderEvent.Updated(
                    order.id, order.brokerOrderId, terms.quantity(), terms.price(), terms.triggerPrice()));
        }
        if (done) {
            order.change = null;
        } else if (change != null && change.answered() && startedNanos - change.sinceNanos() >= CHANGE_NANOS) {
            endChange(order, change, "NOT_APPLIED", "The exchange did not carry out the change.");
        }
    }
}
