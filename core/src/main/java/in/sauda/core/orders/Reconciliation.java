package in.sauda.core.orders;

import in.sauda.core.broker.AccountSnapshot;
import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.broker.AccountSnapshot.BookedPosition;
import in.sauda.core.broker.BookedParts;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.Listings;
import in.sauda.core.time.ExchangeClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings our orders in line with a broker's order book, found by tag (rules 6.1), and shows positions that are
/// not ours. The broker's book becomes ordinary order events, so that there is one way to change an order. A book says
/// nothing about orders another broker carries out.
public final class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final ExecutionEngine engine;
    private final PositionBook positions;
    private final InstrumentDirectory directory;
    private final ToIntFunction<Instrument> indexes;
    private final ExchangeClock clock;
    private final TradingMode mode;

    public Reconciliation(
            ExecutionEngine engine,
            PositionBook positions,
            InstrumentDirectory directory,
            ToIntFunction<Instrument> indexes,
            ExchangeClock clock,
            TradingMode mode) {
        this.engine = engine;
        this.positions = positions;
        this.directory = directory;
        this.indexes = indexes;
        this.clock = clock;
        this.mode = mode;
    }

    /// Whose books a snapshot holds.
    ///
    /// @param id the broker positions and orders placed elsewhere belong to
    /// @param carries which orders of ours are in them
    /// @param listings the broker's names of contracts
    public record Books(BrokerId id, Predicate<BrokerId> carries, Listings listings) {}

    /// @param requestedNanos monotonic time at which the snapshot was asked for: it says nothing about orders
    /// sent later
    ///
    /// @return true when a position of ours is missing in them and somebody should look again
    public boolean apply(Books books, AccountSnapshot snapshot, long requestedNanos) {
        Map<String, List<BookedOrder>> byTag = new HashMap<>();
        Map<String, BookedOrder> byBrokerId = new HashMap<>();
        for (BookedOrder booked : snapshot.orders()) {
            byTag.computeIfAbsent(booked.tag(), _ -> new ArrayList<>()).add(booked);
            byBrokerId.put(booked.brokerOrderId(), booked);
            showIfForeign(books, booked);
        }
        for (OrderRecord order : engine.records()) {
            if (order.sent
                    && !order.foreign()
                    && !order.status.terminal()
                    && books.carries().test(order.request.broker())) {
                List<BookedOrder> parts = byTag.get(order.id().value());
                BookedOrder booked = parts == null
                        ? null
                        : BookedParts.together(parts, order.request.quantity(), parts(books, order));
                if (booked == null && order.brokerOrderId != null) {
                    booked = byBrokerId.get(order.brokerOrderId);
                }
                settle(order, booked, requestedNanos);
            }
        }
        snapshot.positions().forEach(booked -> show(books, booked));
        return mode != TradingMode.PAPER
                && engine.onBooks(books.carries(), sent -> listed(books, snapshot, sent), requestedNanos);
    }

    /// Units the books list of the contract and product of an order; empty where they do not.
    private static OptionalLong listed(Books books, AccountSnapshot snapshot, OrderRequest sent) {
        return snapshot.positions().stream()
                .filter(booked -> booked.product() == sent.product()
                        && books.listings()
                                .ours(booked.key())
                                .equals(sent.instrument().key()))
                .mapToLong(BookedPosition::netQuantity)
                .reduce(Long::sum);
    }

    private static int parts(Books books, OrderRecord order) {
        return books.listings()
                .theirs(order.request.instrument())
                .map(listing -> FreezeSlices.count(listing, order.request.quantity()))
                .orElse(1);
    }

    /// Shows an order of the book that is none of ours; on paper the account's real orders are not shown.
    ///
    /// @return true when the positions must be read again
    public boolean showIfForeign(Books books, BookedOrder booked) {
        if (mode == TradingMode.PAPER || engine.owns(books.id(), booked)) {
            return false;
        }
        Instrument instrument =
                directory.find(books.listings().ours(booked.key())).orElse(null);
        if (instrument == null) {
            LOG.info("an order placed elsewhere is not shown: {} is in no master", booked.key());
            return false;
        }
        return engine.showForeign(books.id(), booked, instrument, mode);
    }

    private void settle(OrderRecord order, @Nullable BookedOrder booked, long requestedNanos) {
        if (booked != null) {
            follow(order, booked);
        } else if (order.sentNanos == Long.MIN_VALUE || order.sentNanos - requestedNanos < 0) {
            missing(order);
        }
    }

    private void follow(OrderRecord order, BookedOrder booked) {
        ClientOrderId id = order.id();
        engine.onEvent(new OrderEvent.Accepted(id, booked.brokerOrderId()));
        if (booked.filledQuantity() > 0) {
            boolean complete = booked.status() == AccountSnapshot.Status.COMPLETE;
            engine.onEvent(new OrderEvent.Filled(
                    id,
                    booked.brokerOrderId(),
                    booked.filledQuantity(),
                    booked.averagePrice(),
                    complete,
                    booked.updatedMillis()));
        }
        switch (booked.status()) {
            case CANCELLED -> engine.onEvent(new OrderEvent.Cancelled(id, booked.text()));
            case REJECTED -> engine.onEvent(new OrderEvent.Rejected(id, "", booked.text()));
            case PENDING, OPEN, TRIGGER_PENDING, COMPLETE -> {}
        }
    }

    private void missing(OrderRecord order) {
        if (order.brokerOrderId == null) {
            engine.onEvent(new OrderEvent.Rejected(
                    order.id(), "NOT_FOUND", "The order never reached the broker's order book."));
        } else {
            engine.onEvent(new OrderEvent.Expired(order.id(), "The broker's order book no longer lists it."));
        }
    }

    private void show(Books books, BookedPosition booked) {
        Instrument instrument =
                directory.find(books.listings().ours(booked.key())).orElse(null);
        if (instrument == null) {
            return;
        }
        int index = indexes.applyAsInt(instrument);
        long ours = positions.net(index, booked.product(), books.id());
        long others = booked.netQuantity() - ours;
        long average = others > 0 ? booked.buyAverage() : booked.sellAverage();
        long realised = ours == 0 ? booked.realisedPaise() : 0;
        positions.adopt(instrument, index, booked.product(), books.id(), others, average, realised, clock.now());
    }
}
