package in.sauda.broker.upstox.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import in.sauda.broker.upstox.mapping.DeskMapping;
import in.sauda.broker.upstox.mapping.DeskMapping.Placed;
import in.sauda.broker.upstox.mapping.KeyBook;
import in.sauda.broker.upstox.mapping.OrderMapping;
import in.sauda.broker.upstox.mapping.OrderRequests;
import in.sauda.broker.upstox.mapping.UnreadableException;
import in.sauda.broker.upstox.mapping.WireValues;
import in.sauda.broker.upstox.rest.Endpoint;
import in.sauda.broker.upstox.rest.Request;
import in.sauda.broker.upstox.rest.RestClient;
import in.sauda.broker.upstox.rest.UpstoxErrors;
import in.sauda.broker.upstox.stream.PortfolioStream;
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
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.orders.OrderRequest;
import in.sauda.core.time.TimeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Places, changes and cancels orders, each request sent once from a virtual thread of its own.
///
/// A definite no is a rejection. A timeout, a server error, a lost or unreadable reply is not: the order is
/// unknown until the order book, searched by our tag, or a pushed update settles it. Even a yes only means that
/// the broker took the request; what the exchange says comes later (protocol 2.6).
public final class UpstoxOrderGateway implements OrderGateway {
    private static final Logger LOG = LoggerFactory.getLogger(UpstoxOrderGateway.class);
    /// Most orders of one list (protocol 2.7).
    public static final int ORDERS_PER_CALL = 25;

    private static final String NAME = "Upstox";
    /// An order that would have to queue longer than this was priced for another market.
    private static final long MAX_QUEUE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RestClient client;
    private final ModeGuard modes;
    private final KeyBook keys;
    private final OrderMapping mapping;
    private final BooleanSupplier readOnly;
    private final OrderTracker tracker;
    private final UpstoxOrderBook book;
    private final OrderBookPoller poller;
    private final TimeSource time;

    /// @param readOnly true while the login may only look
    public UpstoxOrderGateway(
            RestClient client,
            ModeGuard modes,
            KeyBook keys,
            BooleanSupplier readOnly,
            Consumer<OrderEvent> events,
            TaskTimer timer,
            TimeSource time) {
        this.client = client;
        this.modes = modes;
        this.keys = keys;
        this.mapping = new OrderMapping(keys);
        this.readOnly = readOnly;
        this.tracker = new OrderTracker(events, time, NAME, type -> "");
        this.book = new UpstoxOrderBook(client, mapping);
        this.poller = new OrderBookPoller(NAME, book, tracker, timer, time);
        this.time = time;
    }

    /// Where pushed order updates go.
    public PortfolioStream.Listener updates() {
        return new OrderUpdates(mapping, tracker, poller);
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
            return denied(request, "MODE", mode.get());
        }
        if (readOnly.getAsBoolean()) {
            return denied(request, "READ_ONLY", "This Upstox token only reads. Log in in the browser to send orders.");
        }
        boolean stop = request.type() == OrderType.STOP_LIMIT || request.type() == OrderType.STOP_MARKET;
        boolean incomplete = request.quantity() <= 0
                || (!OrderRequests.market(request.type()) && request.price() <= 0)
                || (stop && request.triggerPrice() <= 0);
        if (incomplete) {
            return denied(request, "INCOMPLETE", "Quantity, price and trigger of an order must be above zero.");
        }
        return keys.wireKey(request.instrument()).isEmpty()
                ? denied(
                        request,
                        "NO_KEY",
                        "Upstox' master does not list " + request.instrument().symbol()
                                + ", so it cannot be ordered there.")
                : Optional.empty();
    }

    private static Optional<OrderEvent.Denied> denied(OrderRequest request, String code, String reason) {
        return Optional.of(new OrderEvent.Denied(request.id(), code, reason));
    }

    private void place(OrderRequest request, Urgency urgency) {
        if (!client.reserve(Endpoint.PLACE_ORDER, urgency, MAX_QUEUE_NANOS)) {
            tracker.deny(request.id(), UpstoxErrors.RATE_LIMIT, tooFast());
            return;
        }
        if (!tracker.sending(request)) {
            LOG.error("order {} was handed over twice; the second one is not sent", request.id());
            return;
        }
        String key = keys.wireKey(request.instrument()).orElseThrow();
        switch (client.writeOnce(Request.of(Endpoint.PLACE_ORDER, OrderRequests.place(request, key)))) {
            case Reply.Success success -> placed(request.id(), success.data());
            case Reply.Failure failure
            when failure.mayHaveArrived() ->
                tracker.unknown(request.id(), failure.failure().sentence());
            case Reply.Failure failure ->
                tracker.rejected(request.id(), failure.failure().code(), reason(failure.failure(), "placed"));
        }
        poller.wake();
    }

    /// Sends several orders in one request: buys first, as the broker carries them out.
    ///
    /// @throws IllegalArgumentException for more than {@link #ORDERS_PER_CALL}
    public void submitAll(List<OrderRequest> requests) {
        if (requests.size() > ORDERS_PER_CALL) {
            throw new IllegalArgumentException(requests.size() + " orders do not fit into one call");
        }
        List<OrderRequest> good = new ArrayList<>();
        for (OrderRequest request : requests) {
            denial(request)
                    .ifPresentOrElse(no -> tracker.deny(request.id(), no.code(), no.reason()), () -> good.add(request));
        }
        if (!good.isEmpty()) {
            inBackground(() -> placeAll(good));
        }
    }

    private void placeAll(List<OrderRequest> requests) {
        if (!client.reserve(Endpoint.PLACE_ORDERS, Urgency.USUAL, MAX_QUEUE_NANOS)) {
            requests.forEach(request -> tracker.deny(request.id(), UpstoxErrors.RATE_LIMIT, tooFast()));
            return;
        }
        List<OrderRequest> fresh = requests.stream().filter(tracker::sending).toList();
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        fresh.forEach(request -> body.add(OrderRequests.placeInList(
                request, keys.wireKey(request.instrument()).orElseThrow())));
        switch (client.writeOnce(Request.of(Endpoint.PLACE_ORDERS, body))) {
            case Reply.Success success -> placedAll(fresh, success.data());
            case Reply.Failure failure
            when failure.mayHaveArrived() ->
                fresh.forEach(request ->
                        tracker.unknown(request.id(), failure.failure().sentence()));
            case Reply.Failure failure ->
                fresh.forEach(request ->
                        tracker.rejected(request.id(), failure.failure().code(), reason(failure.failure(), "placed")));
        }
        poller.wake();
    }

    private void placedAll(List<OrderRequest> requests, JsonNode reply) {
        Map<String, Placed> outcomes = new HashMap<>();
        try {
            outcomes.putAll(DeskMapping.placed(reply));
        } catch (UnreadableException strange) {
            LOG.warn("the answer to a list of orders is not understood: {}", strange.getMessage());
        }
        for (OrderRequest request : requests) {
            Placed placed = outcomes.get(request.id().value());
            if (placed == null) {
                tracker.unknown(request.id(), "Upstox' answer to the list does not mention this order.");
            } else if (placed.orderId().isEmpty()) {
                tracker.rejected(request.id(), placed.code(), "Upstox refused this order: " + placed.reason());
            } else {
                tracker.accepted(request.id(), placed.orderId(), placed.orderId());
            }
        }
    }

    /// Reads the order book at once: something was changed that no request of ours names.
    public void lookNow() {
        poller.lookNow();
    }

    private void placed(ClientOrderId id, JsonNode data) {
        List<String> numbers = new ArrayList<>();
        data.path("order_ids").forEach(number -> numbers.add(number.asText("")));
        numbers.removeIf(String::isEmpty);
        if (numbers.isEmpty()) {
            tracker.unknown(id, "Upstox took the order but gave it no number.");
        } else {
            tracker.accepted(id, numbers);
        }
    }

    @Override
    public void modify(OrderRequest change, String brokerOrderId) {
        Optional<OrderEvent.Denied> denial = denial(change);
        tracker.changing(change.id(), brokerOrderId, Terms.of(change));
        if (denial.isPresent()) {
            tracker.changeRejected(
                    change.id(), denial.get().code(), denial.get().reason());
            return;
        }
        Request request = Request.of(Endpoint.MODIFY_ORDER, OrderRequests.modify(change, brokerOrderId));
        inBackground(() -> send(request, change.id(), "changed"));
    }

    @Override
    public void cancel(ClientOrderId id, String brokerOrderId) {
        tracker.changing(id, brokerOrderId, null);
        List<Request> requests = tracker.workingParts(id, brokerOrderId).stream()
                .map(part -> Request.of(Endpoint.CANCEL_ORDER).with("order_id", part))
                .toList();
        inBackground(() -> cancel(requests, id));
    }

    /// One part that cannot be cancelled leaves the others to be: what is left of the order shows in the book.
    private void cancel(List<Request> requests, ClientOrderId id) {
        if (requests.size() == 1) {
            send(requests.getFirst(), id, "cancelled");
            return;
        }
        boolean taken = false;
        Reply.@Nullable Failure refused = null;
        for (Request request : requests) {
            if (client.reserve(request.endpoint(), Urgency.EXIT, MAX_QUEUE_NANOS * requests.size())) {
                switch (client.writeOnce(request)) {
                    case Reply.Success _ -> taken = true;
                    case Reply.Failure failure -> refused = failure;
                }
            }
        }
        if (taken) {
            tracker.changeAnswered(id);
        } else if (refused != null) {
            unsettled(id, refused, "cancelled");
        } else {
            tracker.changeRejected(id, UpstoxErrors.RATE_LIMIT, tooFast());
        }
        poller.wake();
    }

    private void unsettled(ClientOrderId id, Reply.Failure failure, String what) {
        if (failure.mayHaveArrived()) {
            tracker.changeUnknown(id, failure.failure().sentence());
        } else {
            tracker.changeRejected(id, failure.failure().code(), reason(failure.failure(), what));
        }
    }

    private void send(Request request, ClientOrderId id, String what) {
        Urgency urgency = request.endpoint() == Endpoint.CANCEL_ORDER ? Urgency.EXIT : Urgency.USUAL;
        if (!client.reserve(request.endpoint(), urgency, MAX_QUEUE_NANOS)) {
            tracker.changeRejected(id, UpstoxErrors.RATE_LIMIT, tooFast());
            return;
        }
        switch (client.writeOnce(request)) {
            case Reply.Success _ -> tracker.changeAnswered(id);
            case Reply.Failure failure -> unsettled(id, failure, what);
        }
        poller.wake();
    }

    private static String tooFast() {
        return "Upstox takes ten orders a second; this one would have had to wait and was not sent.";
    }

    private static String reason(BrokerFailure failure, String what) {
        if (failure instanceof BrokerFailure.SessionExpired) {
            return "The Upstox login had ended; the order was not " + what + ". Log in and confirm it again.";
        }
        return failure.nextStep().isEmpty() ? failure.sentence() : failure.sentence() + " " + failure.nextStep();
    }

    private static void inBackground(Runnable call) {
        Thread.ofVirtual().name("order-upstox").start(call);
    }

    @Override
    public AccountSnapshot snapshot() throws BrokerException {
        long started = time.nanos();
        List<BookRow> rows = book.all();
        JsonNode held = client.read(Request.of(Endpoint.POSITIONS));
        try {
            List<BookedPosition> positions = new ArrayList<>();
            for (JsonNode json : WireValues.rows(held)) {
                positions.add(mapping.position(json));
            }
            rows.forEach(this::adopt);
            tracker.noted(rows, started);
            poller.wake();
            return new AccountSnapshot(rows.stream().map(BookRow::order).toList(), positions);
        } catch (UnreadableException strange) {
            throw new BrokerException(UpstoxErrors.unreadable(String.valueOf(strange.getMessage())), strange);
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
