package in.sauda.core.backtest;

import in.sauda.core.candles.CandleBatch;
import in.sauda.core.candles.LiveBarSeries;
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
/// Sees each minute's candles before the strategies do, and never a later one.
final class TradeSimulator {
    private static final long MINUTE = 60_000L;

    /// A symbol's order and position.
    private static final class Book {
        private @Nullable Signal pending;
        private @Nullable Position position;
        private long lastStart = Long.MIN_VALUE;
        private long lastClose;
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
    private final List<BacktestTrade> trades = new ArrayList<>();
    private final Map<Skip, Long> skipped = new EnumMap<>(Skip.class);
    private long day = Long.MIN_VALUE;
    private int open;

    TradeSimulator(TradePlan plan, TradeCosts costs) {
        this.plan = plan;
        this.costs = costs;
        this.sizing = new Sizing(plan);
    }

    /// Takes the candles of one minute: first what happens at their open, then what happens inside.
    void onCandles(CandleBatch batch) {
        long today = IndiaTime.startOfDay(batch.minuteMillis());
        if (today != day) {
            finish();
            day = today;
        }
        for (int i = 0; i < batch.size(); i++) {
            atOpen(book(batch.index(i)), batch.instrument(i), batch.series(i), batch.bar(i));
        }
        for (int i = 0; i < batch.size(); i++) {
            Book book = book(batch.index(i));
            LiveBarSeries series = batch.series(i);
            int bar = batch.bar(i);
            enter(book, batch.instrument(i), series, bar);
            inside(book, series, bar);
            book.lastStart = series.startMillis(bar);
            book.lastClose = series.close(bar);
        }
    }

    private Book book(int index) {
        while (books.size() <= index) {
            books.add(new Book());
        }
        return books.get(index);
    }

    private void atOpen(Book book, Instrument instrument, LiveBarSeries series, int bar) {
        Position position = book.position;
        if (position == null) {
            return;
        }
        long start = series.startMillis(bar);
        long price = series.open(bar);
        if (reached(position.side.opposite(), price, position.stop())) {
            exit(book, position, start, slipped(position.side.opposite(), price), ExitReason.STOP);
        } else if (!IndiaTime.time(start).isBefore(squareOff(instrument))) {
            exit(book, position, start, slipped(position.side.opposite(), price), ExitReason.SQUARE_OFF);
        } else if (start - position.entryMillis >= plan.holdMinutes() * MINUTE) {
            exit(book, position, start, slipped(position.side.opposite(), price), ExitReason.TIME);
        }
    }

    private void endSession(Book book) {
        Position position = book.position;
        if (position != null) {
            long price = slipped(position.side.opposite(), book.lastClose);
            exit(book, position, book.lastStart, price, ExitReason.SESSION_END);
        }
        if (book.pending != null) {
            book.pending = null;
            skip(Skip.NO_NEXT_CANDLE);
        }
    }

    private LocalTime squareOff(Instrument instrument) {
        return instrument.segment().derivative() ? plan.squareOffDerivatives() : plan.squareOffCash();
    }

    private void enter(Book book, Instrument instrument, LiveBarSeries series, int bar) {
        Signal signal = book.pending;
        if (signal == null) {
            return;
        }
        book.pending = null;
        Side side = side(signal);
        long start = series.startMillis(bar);
        long price = slipped(side, series.open(bar));
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

    private void inside(Book book, LiveBarSeries series, int bar) {
        Position position = book.position;
        if (position == null) {
            return;
        }
        Side out = position.side.opposite();
        long against = out == Side.SELL ? series.low(bar) : series.high(bar);
        long inFavour = out == Side.SELL ? series.high(bar) : series.low(bar);
        if (reached(out, against, position.stop())) {
            exit(book, position, series.startMillis(bar), slipped(out, position.stop()), ExitReason.STOP);
        } else if (position.target > 0 && reached(position.side, inFavour, position.target)) {
            exit(book, position, series.startMillis(bar), betterOf(position, series.open(bar)), ExitReason.TARGET);
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
    void onSignal(Signal signal) {
        Book book = book(signal.instrumentIndex());
        if (signal.instrument().index()) {
            skip(Skip.NOT_TRADABLE);
        } else if (book.pending != null || book.position != null) {
            skip(Skip.ALREADY_IN);
        } else {
            book.pending = signal;
        }
    }

    private void skip(Skip reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    /// The session is over: what is open ends at the last close of its symbol.
    void finish() {
        books.forEach(this::endSession);
    }

    List<BacktestTrade> trades() {
        return Collections.unmodifiableList(trades);
    }

    Map<Skip, Long> skipped() {
        return Collections.unmodifiableMap(skipped);
    }
}
