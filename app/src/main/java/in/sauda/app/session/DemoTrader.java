package in.sauda.app.session;

import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.OrderTicket;
import in.sauda.core.orders.ProtectedLimit;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.Command;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import in.sauda.core.view.UiEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Stages two orders on the local exchange and confirms their cards, so that a picture of the terminal has an order, a
/// working one and a position in it. It exists for pictures alone and refuses every mode but the demo.
final class DemoTrader {
    private static final int ORDERS = 2;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int LOOK_EVERY_MILLIS = 10;
    /// How far below the market the second order rests: one part of two hundred.
    private static final long BID_BELOW_PARTS = 200;

    private final Terminal terminal;
    private final TimeSource time;
    private final CountDownLatch unanswered = new CountDownLatch(ORDERS);

    /// @throws IllegalArgumentException unless the mode is the demo
    DemoTrader(Terminal terminal, TradingMode mode, TimeSource time) {
        if (mode != TradingMode.DEMO) {
            throw new IllegalArgumentException("Pictures are taken of the demo, not of " + mode + ".");
        }
        this.terminal = terminal;
        this.time = time;
    }

    /// Buys at the book, protected.
    void buyNow(Instrument instrument, long units) throws InterruptedException {
        QuoteRow quote = quote(instrument);
        stage(instrument, units, ProtectedLimit.price(instrument, Side.BUY, quote.ask()));
    }

    /// Bids half a percent below the best bid, where the order rests.
    void bidBelow(Instrument instrument, long units) throws InterruptedException {
        long bid = quote(instrument).bid();
        long tick = Math.max(1, instrument.tickSize());
        stage(instrument, units, Math.floorDiv(bid - bid / BID_BELOW_PARTS, tick) * tick);
    }

    /// Confirms the cards of the staged orders; attach it to the window's events.
    void answer(UiEvent event) {
        if (event instanceof UiEvent.ConfirmationRequested requested && unanswered.getCount() > 0) {
            terminal.send(new Command.Confirm(requested.card().request().id()));
            unanswered.countDown();
        }
    }

    /// Returns when both cards were answered.
    ///
    /// @throws IllegalStateException when the engine asked for no confirmation in time
    void awaitAnswers() throws InterruptedException {
        if (!unanswered.await(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("The demo's orders were not offered for confirmation.");
        }
    }

    private QuoteRow quote(Instrument instrument) throws InterruptedException {
        int index = terminal.index(instrument);
        long deadline = time.nanos() + PATIENCE_NANOS;
        while (time.nanos() - deadline < 0) {
            QuoteRow quote = terminal.quotes().get(index);
            if (quote != null && quote.bid() > 0 && quote.ask() > 0) {
                return quote;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        throw new IllegalStateException(instrument.symbol() + " has had no bid and ask.");
    }

    private void stage(Instrument instrument, long units, long price) {
        terminal.send(new Command.Stage(new OrderTicket(
                TradingMode.DEMO,
                instrument,
                Side.BUY,
                OrderType.LIMIT,
                Product.INTRADAY,
                Validity.DAY,
                units,
                price,
                0,
                OrderTicket.MANUAL,
                0,
                false)));
    }
}
