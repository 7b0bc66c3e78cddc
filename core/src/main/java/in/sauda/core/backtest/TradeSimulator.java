package in.sauda.core.backtest;

import in.sauda.core.candlefile.SymbolCandles;
import in.sauda.core.candles.CandleArray;
import in.sauda.core.domain.Side;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.IndiaTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns signals into trades (rules 6.8): a signal on the close of a candle fills at the open of the symbol's next
/// candle of the session plus slippage; within a candle the stop comes before the target; a gap fills at the open.
///
/// Goes from minute to minute through the candles of the symbols that have an order or a position, and looks at no
/// others. One use.
final class TradeSimulator {
    private static final long MINUTE = 60_000L;

    /// A symbol's order and position.
    private static final class Book {
        private final Instrument instrument;
        private final CandleArray candles;
        private @Nullable Signal pending;
        private @Nullable Position position;

        /// Candle it waits for.
        private int next;

        private Book(SymbolCandles symbol) {
            instrument = symbol.instrument();
            candles = symbol.candles();
        }

        private boolean waits() {
            return pending != null || position != null;
        }

        private long nextMillis() {
            return next < candles.size() ? candles.startMillis(next) : Long.MAX_VALUE;
        }
    }

    private record Position(Signal signal, Side side, long entryMillis, long price, long quantity, long target) {
        long stop() {
            return signal.stopPrice();
        }
    }

    private final TradePlan plan;
    private final TradeCosts costs;
    private final Sizing sizing;
    private final List<Book> books = new ArrayList<>();
    private final List<Book> inOrder = new ArrayList<>();
    private final List<BacktestTrade> trades = new ArrayList<>();
    private final Map<Skip, Long> skipped = new EnumMap<>(Skip.class);
    private long day = Long.MIN_VALUE;
    private int open;

    /// @param order indices of the symbols in the order in which their candles of one minute close
    TradeSimulator(TradePlan plan, TradeCosts costs, List<SymbolCandles> symbols, List<Integer> order) {
        this.plan = plan;
        this.costs = costs;
        this.sizing = new Sizing(plan);
        symbols.forEach(symbol -> books.add(new Book(symbol)));
        order.forEach(index -> inOrder.add(books.get(index)));
    }

    /// Trades everything.
    ///
    /// @param signals by time, then in the order of the symbols; their index is the symbol's
    void run(List<Signal> signals) {
        int raised = 0;
        while (true) {
            long minute = nextMinute();
            if (raised < signals.size()) {
                minute = Math.min(minute, signals.get(raised).candleMillis());
            }
            if (minute == Long.MAX_VALUE) {
                break;
            }
            candles(minute);
            while (raised < signals.size() && signals.get(raised).candleMillis() == minute) {
                onSignal(signals.get(raised++));
            }
        }
        finish();
    }

    /// The next minute in which a book that waits has a candle.
    private long nextMinute() {
        long minute = Long.MAX_VALUE;
        for (Book book : books) {
            if (book.waits()) {
                minute = Math.min(minute, book.nextMillis());
            }
        }
        return minute;
    }

    /// Takes the candles of one minute: first what happens at their open, then what happens inside.
    private void candles(long minute) {
        long today = IndiaTime.startOfDay(minute);
        if (today != day) {
            finish();
            day = today;
        }
        for (Book book : inOrder) {
            if (book.waits() && book.nextMillis() == minute) {
                atOpen(book);
            }
        }
        for (Book book : inOrder) {
            if (book.nextMillis() == minute) {
                if (book.waits()) {
                    enter(book);
                    inside(book);
                }
                book.next++;
            }
        }
    }

    private void atOpen(Book book) {
        Position position = book.position;
        if (position == null) {
            return;
        }
        long start = book.nextMillis();
        long price = book.candles.open(book.next);
        if (reached(position.side.opposite(), price, position.stop())) {
            exit(book, position, start, slipped(position.side.opposite(), price), ExitReason.STOP);
        } else if (!IndiaTime.time(start).isBefore(squareOff(book.instrument))) {
            exit(book, position, start, slipped(position.side.opposite(), price), ExitReason.SQUARE_OFF);
        } else if (start - position.entryMillis >= plan.holdMinutes() * MINUTE) {
            exit(book, position, start, slipped(position.side.opposite(), price), ExitReason.TIME);
        }
    }

    private void endSession(Book book) {
        Position position = book.position;
        if (position != null) {
            int last = book.next - 1;
            long price = slipped(position.side.opposite(), book.candles.close(last));
            exit(book, position, book.candles.startMillis(last), price, ExitReason.SESSION_END);
        }
        if (book.pending != null) {
            book.pending = null;
            skip(Skip.NO_NEXT_CANDLE);
        }
    }

    private LocalTime squareOff(Instrument instrument) {
        return instrument.segment().derivative() ? plan.squareOffDerivatives() : plan.squareOffCash();
    }

    private void enter(Book book) {
        Signal signal = book.pending;
        if (signal == null) {
            return;
        }
        book.pending = null;
        Side side = side(signal);
        Instrument instrument = book.instrument;
        long start = book.nextMillis();
        long price = slipped(side, book.candles.open(book.next));
        if (!IndiaTime.time(start).isBefore(squareOff(instrument))) {
            skip(Skip.TOO_LATE);
        } else if (reached(side.opposite(), price, signal.stopPrice())) {
            skip(Skip.THROUGH_STOP);
        } else if (open >= plan.maxPositions()) {
            skip(Skip.NO_ROOM);
        } else {
            long quantity = sizing.quantity(instrument, price, signal.stopPrice());
            if (quantity <= 0) {
                skip(Skip.RISK_TOO_SMALL);
                return;
            }
            open++;
            book.position = new Position(signal, side, start, price, quantity, target(side, price));
        }
    }

    private static Side side(Signal signal) {
        return signal.type().endsWith("SHORT") ? Side.SELL : Side.BUY;
    }

    private long target(Side side, long price) {
        return plan.targetPercent() <= 0 ? 0 : price + side.sign() * Math.round(price * plan.targetPercent() / 100.0);
    }

    private void inside(Book book) {
        Position position = book.position;
        if (position == null) {
            return;
        }
        Side out = position.side.opposite();
        CandleArray candles = book.candles;
        int bar = book.next;
        long against = out == Side.SELL ? candles.low(bar) : candles.high(bar);
        long inFavour = out == Side.SELL ? candles.high(bar) : candles.low(bar);
        if (reached(out, against, position.stop())) {
            exit(book, position, candles.startMillis(bar), slipped(out, position.stop()), ExitReason.STOP);
        } else if (position.target > 0 && reached(position.side, inFavour, position.target)) {
            exit(book, position, candles.startMillis(bar), betterOf(position, candles.open(bar)), ExitReason.TARGET);
        }
    }

    /// A resting limit order fills at its price, or at a better open.
    private static long betterOf(Position position, long openPrice) {
        return position.side == Side.BUY ? Math.max(position.target, openPrice) : Math.min(position.target, openPrice);
    }

    /// True when the price has moved to the level or beyond it, upwards for BUY, downwards for SELL.
    private static boolean reached(Side direction, long price, long level) {
        return direction == Side.BUY ? price >= level : price <= level;
    }

    private long slipped(Side side, long price) {
        return price + side.sign() * Math.round(price * plan.slippagePercent() / 100.0);
    }

    private void exit(Book book, Position position, long atMillis, long price, ExitReason reason) {
        book.position = null;
        open--;
        Signal signal = position.signal;
        Instrument instrument = signal.instrument();
        boolean buy = position.side == Side.BUY;
        long bought = buy ? position.price : price;
        long sold = buy ? price : position.price;
        trades.add(new BacktestTrade(
                trades.size() + 1L,
                instrument,
                signal.type(),
                position.side,
                signal.candleMillis(),
                position.entryMillis,
                position.price,
                position.quantity,
                position.stop(),
                position.target,
                atMillis,
                price,
                reason,
                instrument.valuePaise(sold - bought, position.quantity),
                costs.of(instrument, bought, sold, position.quantity, IndiaTime.date(atMillis))));
    }

    /// Takes a signal raised on the candles just seen.
    private void onSignal(Signal signal) {
        Book book = books.get(signal.instrumentIndex());
        if (signal.instrument().index()) {
            skip(Skip.NOT_TRADABLE);
        } else if (book.waits()) {
            skip(Skip.ALREADY_IN);
        } else {
            book.pending = signal;
            book.next = book.candles.firstAfter(signal.candleMillis());
        }
    }

    private void skip(Skip reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    /// The session is over: what is open ends at the last close of its symbol.
    private void finish() {
        books.forEach(this::endSession);
    }

    List<BacktestTrade> trades() {
        return Collections.unmodifiableList(trades);
    }

    Map<Skip, Long> skipped() {
        return Collections.unmodifiableMap(skipped);
    }
}
