package in.sauda.core.orders;

import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.view.ConflatedRows;
import in.sauda.core.view.PositionRow;
import in.sauda.core.view.QuoteRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All positions, marked to the last price. Ours come from our own fills; the broker's others are shown beside them and
/// never touched. Where one closes the other, because somebody left ours elsewhere or we left theirs, both are shown
/// as what is left. The same contract at two brokers is two positions: one does not close the other. Engine thread
/// only.
public final class PositionBook {
    private record Key(int instrument, Product product, boolean ours, BrokerId broker) {}

    private final TradingMode mode;
    private final ConflatedRows<QuoteRow> quotes;
    private final ConflatedRows<PositionRow> rows;
    private final Map<Key, Position> positions = new HashMap<>();
    private final List<Position> byRow = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private final Map<Integer, List<Position>> byInstrument = new HashMap<>();

    public PositionBook(TradingMode mode, ConflatedRows<QuoteRow> quotes, ConflatedRows<PositionRow> rows) {
        this.mode = mode;
        this.quotes = quotes;
        this.rows = rows;
    }

    /// Takes a fill of one of our orders.
    void fill(OrderRequest request, long units, long value, long millis) {
        Key key = new Key(request.instrumentIndex(), request.product(), true, request.broker());
        Position position = position(request.instrument(), key);
        position.fill(request.side().sign() * units, value, millis);
        publish(position);
    }

    /// Units we hold at a broker by our own fills.
    long net(int instrument, Product product, BrokerId broker) {
        Position position = positions.get(new Key(instrument, product, true, broker));
        return position == null ? 0 : position.net();
    }

    /// Shows what the broker holds beyond our own fills.
    void adopt(
            Instrument instrument,
            int index,
            Product product,
            BrokerId broker,
            long net,
            long average,
            long realisedPaise,
            long now) {
        Key key = new Key(index, product, false, broker);
        if (net == 0 && !positions.containsKey(key)) {
            return;
        }
        Position position = position(instrument, key);
        position.adopt(net, average, realisedPaise, now);
        publish(position);
    }

    private Position position(Instrument instrument, Key wanted) {
        return positions.computeIfAbsent(wanted, key -> {
            if (byRow.size() >= rows.capacity()) {
                throw new IllegalStateException("more than " + rows.capacity() + " positions");
            }
            Position position =
                    new Position(byRow.size(), mode, key.product(), instrument, key.instrument(), key.broker());
            byRow.add(position);
            keys.add(key);
            byInstrument
                    .computeIfAbsent(key.instrument(), _ -> new ArrayList<>())
                    .add(position);
            return position;
        });
    }

    /// Marks the instrument's positions to its newest price.
    public void onQuote(int instrument) {
        List<Position> marked = byInstrument.get(instrument);
        if (marked != null) {
            marked.forEach(this::publish);
        }
    }

    /// Instruments with a position, for subscriptions.
    public List<Instrument> instruments() {
        return byRow.stream()
                .filter(position -> position.net() != 0)
                .map(position -> position.instrument)
                .distinct()
                .toList();
    }

    public boolean isEmpty() {
        return byRow.isEmpty();
    }

    private void publish(Position position) {
        @Nullable QuoteRow quote = quotes.get(position.instrumentIndex);
        long last = quote == null ? 0 : Math.max(0, quote.lastPrice());
        Key key = keys.get(position.row);
        Position other = positions.get(new Key(key.instrument(), key.product(), !key.ours(), key.broker()));
        if (other == null) {
            rows.put(position.row, position.row(last));
        } else {
            rows.put(position.row, position.rowBeside(other, key.ours(), last));
            rows.put(other.row, other.rowBeside(position, !key.ours(), last));
        }
    }
}
