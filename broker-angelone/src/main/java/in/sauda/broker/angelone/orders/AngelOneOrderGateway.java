package in.sauda.broker.angelone.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.broker.angelone.mapping.OrderBookMapping;
import in.sauda.broker.angelone.mapping.OrderRequests;
import in.sauda.broker.angelone.mapping.UnreadableException;
import in.sauda.broker.angelone.rest.AngelOneErrors;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.broker.angelone.rest.RestClient;
import in.sauda.broker.angelone.stream.OrderUpdateSocket;
import in.sauda.core.broker.AccountSnapshot;
import in.sauda.core.broker.AccountSnapshot.BookedPosition;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.OrderGateway;
import in.sauda.core.broker.support.BookRow;
import in.sauda.core.broker.support.ModeGuard;
import in.sauda.core.broker.support.OrderBookPoller;
import in.sauda.core.broker.support.OrderTracker;
import in.sauda.core.broker.support.Reply;
import in.sauda.core.broker.support.TaskTimer;
import in.sauda.core.broker.support.TrackedOrder.Terms;
import in.sauda.core.broker.support.Urgency;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Validity;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.orders.OrderRequest;
import in.sauda.core.time.TimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Places, changes and cancels orders, each request sent once from a virtual thread of its own.
///
/// A definite no is a rejection. A timeout, a server error, a lost or unreadable reply is not: the order is
/// unknown until the order book, searched by our tag, settles it.
public final class AngelOneOrderGateway implements OrderGateway {
    private static final Logger LOG = LoggerFactory.getLogger(AngelOneOrderGateway.class);
    private static final String NAME = "Angel One";
    /// An order that would have to queue longer than this was priced for another market.
    private static final long MAX_QUEUE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RestClient client;
    private final ModeGuard modes;
    private final OrderTracker tracker;
    private final OrderBookPoller poller;
    private final OrderUpdates updates;
    private final TimeSource time;

    public AngelOneOrderGateway(
            RestClient client, ModeGuard modes, Consumer<OrderEvent> events, TaskTimer timer, TimeSource time) {
        this.client = client;
        this.modes = modes;
        this.tracker = new OrderTracker(events, time, NAME, OrderRequests::variety);
        this.poller = new OrderBookPoller(NAME, new AngelOneOrderBook(client), tracker, timer, time);
        this.updates = new OrderUpdates(tracker, poller);
        this.time = time;
    }

    /// Where pushed order updates go.
    public OrderUpdateSocket.Listener updates() {
        return updates;
    }

    @Override
    public void submit(OrderRequest request) {
        submit(request, Urgency.USUAL);
    }

    @Override
    public void submitExit(OrderRequest request) {
        submit(request, Urgency.EXIT);
    }

    private void submit(OrderRequest request, Urgency urgency) {
        Optional<OrderEvent.Denied> denial = denial(request);
        if (denial.isPresent()) {
            tracker.deny(request.id(), denial.get().code(), denial.get().reason());
            return;
        }
        inBackground(() -> place(request, urgency));
    }

    private Optional<OrderEvent.Denied> denial(OrderRequest request) {
        Optional<String> mode = modes.refusal(request.mode());
        if (mode.isPresent()) {
            return Optional.of(new OrderEvent.Denied(request.id(), "MODE", mode.get()));
        }
        if (request.type() == OrderType.MARKET
                || request.type() == OrderType.STOP_MARKET
                || request.validity() == Validity.IOC) {
            return Optional.of(
                    new OrderEvent.Denied(
                            request.id(),
                            "ORDER_TYPE",
                            "Angel One takes no market and no immediate-or-cancel orders over its interface since 1 April 2026."));
        }
        boolean incomplete = request.quantity() <= 0
                || request.price() <= 0
                || (request.type() == OrderType.STOP_LIMIT && request.triggerPrice() <= 0);
        return incomplete
                ? Optional.of(new OrderEvent.Denied(
                        request.id(), "INCOMPLETE", "Quantity, price and trigger of an order must be above zero."))
                : Optional.empty();
    }

    private void place(OrderRequest request, Urgency urgency) {
        if (!client.reserve(Endpoint.PLACE_ORDER, urgency, MAX_QUEUE_NANOS)) {
            tracker.deny(request.id(), AngelOneErrors.RATE_LIMIT, tooFast());
            return;
        }
        if (!tracker.sending(request)) {
            LOG.error("order {} was handed over twice; the second one is not sent", request.id());
            return;
        }
        switch (client.writeOnce(Endpoint.PLACE_ORDER, OrderRequests.place(request))) {
            case Reply.Success success -> placed(request.id(), success.data());
            case Reply.Failure failure
            when failure.mayHaveArrived() ->
                tracker.unknown(request.id(), failure.failure().sentence());
            case Reply.Failure failure ->
                tracker.rejected(request.id(), failure.failure().code(), reason(failure.failure(), "placed"));
        }
        poller.wake();
    }

    private void placed(ClientOrderId id, JsonNode data) {
        String brokerOrderId = data.path("orderid").asText("");
        if (brokerOrderId.isEmpty()) {
            tracker.unknown(id, "Angel One took the order but gave it no number.");
        } else {
            tracker.accepted(id, brokerOrderId, data.path("uniqueorderid").asText(""));
        }
    }

    @Override
    public void modify(OrderRequest change, String brokerOrderId) {
        Optional<OrderEvent.Denied> denial = denial(change);
        String variety = tracker.changing(change.id(), brokerOrderId, Terms.of(change));
        if (denial.isPresent()) {
            tracker.changeRejected(
                    change.id(), denial.get().code(), denial.get().reason());
            return;
        }
        ObjectNode body = OrderRequests.modify(change, brokerOrderId).put("variety", variety);
        inBackground(() -> send(Endpoint.MODIFY_ORDER, body, change.id(), "changed"));
    }

    @Override
    public void cancel(ClientOrderId id, String brokerOrderId) {
        String variety = tracker.changing(id, brokerOrderId, null);
        ObjectNode body = OrderRequests.cancel(variety, brokerOrderId);
        inBackground(() -> send(Endpoint.CANCEL_ORDER, body, id, "cancelled"));
    }

    private void send(Endpoint endpoint, ObjectNode body, ClientOrderId id, String what) {
        Urgency urgency = endpoint == Endpoint.CANCEL_ORDER ? Urgency.EXIT : Urgency.USUAL;
        if (!client.reserve(endpoint, urgency, MAX_QUEUE_NANOS)) {
            tracker.changeRejected(id, AngelOneErrors.RATE_LIMIT, tooFast());
            return;
        }
        switch (client.writeOnce(endpoint, body)) {
            case Reply.Success _ -> tracker.changeAnswered(id);
            case Reply.Failure failure
            when failure.mayHaveArrived() ->
                tracker.changeUnknown(id, failure.failure().sentence());
            case Reply.Failure failure ->
                tracker.changeRejected(id, failure.failure().code(), reason(failure.failure(), what));
        }
        poller.wake();
    }

    private static String tooFast() {
        return "Angel One takes nine orders a second; this one would have had to wait and was not sent.";
    }

    private static String reason(BrokerFailure failure, String what) {
        if (failure instanceof BrokerFailure.SessionExpired) {
            return "The Angel One login had expired and is being renewed; the order was not " + what
                    + ". Confirm it again.";
        }
        return failure.nextStep().isEmpty() ? failure.sentence() : failure.sentence() + " " + failure.nextStep();
    }

    private static void inBackground(Runnable call) {
        Thread.ofVirtual().name("order-angelone").start(call);
    }

    @Override
    public AccountSnapshot snapshot() throws BrokerException {
        long started = time.nanos();
        JsonNode book = client.read(Endpoint.ORDER_BOOK);
        JsonNode held = client.read(Endpoint.POSITIONS);
        try {
            List<BookRow> rows = new ArrayList<>();
            for (JsonNode json : OrderBookMapping.rows(book)) {
                BookRow row = OrderBookMapping.order(json);
                rows.add(row);
                adopt(row);
            }
            List<BookedPosition> positions = new ArrayList<>();
            for (JsonNode json : OrderBookMapping.rows(held)) {
                positions.add(OrderBookMapping.position(json));
            }
            tracker.noted(rows, started);
            poller.wake();
            return new AccountSnapshot(rows.stream().map(BookRow::order).toList(), positions);
        } catch (UnreadableException strange) {
            throw new BrokerException(AngelOneErrors.unreadable(String.valueOf(strange.getMessage())), strange);
        }
    }

    /// Orders of an earlier run carry our tag; they are followed from what the snapshot already told.
    private void adopt(BookRow row) {
        String tag = row.order().tag();
        boolean working = switch (row.order().status()) {
            case PENDING, OPEN, TRIGGER_PENDING -> true;
            case COMPLETE, CANCELLED, REJECTED -> false;
        };
        if (working && ClientOrderId.valid(tag)) {
            tracker.adopt(new ClientOrderId(tag), row);
        }
    }

    /// Stops watching the order book.
    public void close() {
        poller.close();
    }
}
