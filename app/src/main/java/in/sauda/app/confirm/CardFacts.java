package in.sauda.app.confirm;

import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.core.feed.Depth;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import in.sauda.core.view.ConfirmationCard;
import in.sauda.core.view.QuoteRow;
import org.jspecify.annotations.Nullable;

/// What changes on a card while it waits: the price now, how far it went, whether the book can take the order, how long
/// is left.
public record CardFacts(
        String lastPrice,
        String drift,
        Tone driftTone,
        String spread,
        String liquidity,
        Tone liquidityTone,
        String signalAge,
        String secondsLeft) {
    public static final CardFacts NONE = new CardFacts(
            IndianNumbers.UNKNOWN,
            IndianNumbers.UNKNOWN,
            Tone.MUTED,
            IndianNumbers.UNKNOWN,
            IndianNumbers.UNKNOWN,
            Tone.MUTED,
            "",
            "");
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    static CardFacts of(ConfirmationCard card, @Nullable QuoteRow quote, long marketMillis, long nowNanos) {
        Instrument instrument = card.request().instrument();
        String left = Math.max(0, Math.ceilDiv(card.expiresNanos() - nowNanos, NANOS_PER_SECOND)) + " s";
        String age = signalAge(card.signal(), marketMillis);
        if (quote == null) {
            return new CardFacts(
                    NONE.lastPrice, NONE.drift, Tone.MUTED, NONE.spread, NONE.liquidity, Tone.MUTED, age, left);
        }
        Segment segment = instrument.segment();
        long start = startPrice(card);
        long drift = start > 0 ? quote.lastPrice() - start : 0;
        return new CardFacts(
                IndianNumbers.price(quote.lastPrice(), segment),
                start > 0 ? driftText(drift, start, instrument) : IndianNumbers.UNKNOWN,
                driftTone(drift, card.request().side()),
                spread(quote, segment),
                liquidity(card, quote.depth()),
                liquidityTone(card, quote.depth()),
                age,
                left);
    }

    /// Drift is measured from the signal's price, or from the price when the card was made.
    private static long startPrice(ConfirmationCard card) {
        Signal signal = card.signal();
        return signal != null ? signal.price() : card.priceAtStart();
    }

    private static String driftText(long drift, long start, Instrument instrument) {
        String arrow = drift > 0 ? "▲ " : drift < 0 ? "▼ " : "";
        long tick = Math.max(1, instrument.tickSize());
        return arrow + IndianNumbers.signedPrice(drift, instrument.segment()) + " · "
                + IndianNumbers.percent(100.0 * drift / start) + " · "
                + ticks(Math.abs(drift) / tick);
    }

    private static String ticks(long count) {
        return IndianNumbers.units(count) + (count == 1 ? " tick" : " ticks");
    }

    /// Against the order is bad: up for a buyer, down for a seller.
    private static Tone driftTone(long drift, Side side) {
        if (drift == 0) {
            return Tone.NEUTRAL;
        }
        return drift * side.sign() > 0 ? Tone.WARNING : Tone.GOOD;
    }

    private static String spread(QuoteRow quote, Segment segment) {
        if (quote.bid() <= 0 || quote.ask() <= 0) {
            return "one-sided book";
        }
        return IndianNumbers.price(quote.bid(), segment) + " / " + IndianNumbers.price(quote.ask(), segment) + " · "
                + IndianNumbers.price(quote.ask() - quote.bid(), segment);
    }

    private static String liquidity(ConfirmationCard card, @Nullable Depth depth) {
        if (depth == null) {
            return IndianNumbers.UNKNOWN;
        }
        long there = available(card, depth);
        return IndianNumbers.units(there) + " within the limit, for "
                + IndianNumbers.units(card.request().quantity());
    }

    private static Tone liquidityTone(ConfirmationCard card, @Nullable Depth depth) {
        if (depth == null) {
            return Tone.MUTED;
        }
        return available(card, depth) >= card.request().quantity() ? Tone.NEUTRAL : Tone.WARNING;
    }

    /// Quantity of the visible levels the limit price reaches.
    private static long available(ConfirmationCard card, Depth depth) {
        long limit = card.request().price();
        boolean buy = card.request().side() == Side.BUY;
        long total = 0;
        for (int level = 0; level < depth.levels(); level++) {
            long price = buy ? depth.askPrice(level) : depth.bidPrice(level);
            boolean reached = buy ? price <= limit : price >= limit;
            if (reached) {
                total += buy ? depth.askQuantity(level) : depth.bidQuantity(level);
            }
        }
        return total;
    }

    private static String signalAge(@Nullable Signal signal, long marketMillis) {
        if (signal == null) {
            return "";
        }
        long seconds = Math.max(0, marketMillis - signal.raisedMillis()) / 1000;
        return seconds < 60 ? seconds + " s ago" : seconds / 60 + " min " + seconds % 60 + " s ago";
    }
}
