package in.sauda.core.orders;

import in.sauda.core.calendar.Phase;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.view.QuoteRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Our own refusals and warnings before an order is shown and again before it is sent (rules 6.3, 6.5, 6.7).
///
/// Conditions that only endanger entries (stale feed, skewed clock, missing reconciliation) never hold back an exit.
final class PreTradeChecks {
    /// Without news for this long nobody knows the price.
    static final long STALE_FEED_NANOS = 10_000_000_000L;

    static final long LARGEST_SKEW_MILLIS = 2_000L;

    /// A limit this far through the last price is probably a typing error.
    private static final int AWAY_PERCENT = 5;

    private PreTradeChecks() {}

    /// Returns the first reason to refuse, or null.
    static @Nullable Denial refuse(OrderRequest request, boolean exit, TradingConditions now) {
        Denial denial = terms(request);
        if (denial == null) {
            denial = route(request, now);
        }
        if (denial == null) {
            denial = session(now.phase());
        }
        if (denial == null && now.quote() != null) {
            denial = band(request, now.quote());
        }
        return denial != null || exit ? denial : entryOnly(now);
    }

    private static @Nullable Denial terms(OrderRequest request) {
        Instrument instrument = request.instrument();
        if (instrument.index()) {
            return new Denial("NOT_TRADABLE", "An index cannot be traded.", "Choose its future or an option.");
        }
        if (request.quantity() <= 0) {
            return new Denial("QUANTITY", "The quantity must be at least one lot.", "Type a quantity.");
        }
        return prices(request);
    }

    private static @Nullable Denial prices(OrderRequest request) {
        boolean limit = request.type() == OrderType.LIMIT || request.type() == OrderType.STOP_LIMIT;
        boolean stop = request.type() == OrderType.STOP_LIMIT || request.type() == OrderType.STOP_MARKET;
        if (limit && request.price() <= 0) {
            return new Denial("PRICE", "A limit order needs a price.", "Type a price.");
        }
        if (stop && request.triggerPrice() <= 0) {
            return new Denial("TRIGGER", "A stop order needs a trigger price.", "Type a trigger price.");
        }
        boolean derivative = request.instrument().segment().derivative();
        if (derivative && request.product() == Product.DELIVERY) {
            return new Denial("PRODUCT", "Derivatives cannot be taken for delivery.", "Choose NRML or MIS.");
        }
        return null;
    }

    private static @Nullable Denial route(OrderRequest request, TradingConditions now) {
        if (request.mode() != now.mode()) {
            return new Denial(
                    "MODE",
                    "The order was made for " + request.mode() + ", the terminal runs in " + now.mode() + ".",
                    "Make the order again.");
        }
        return RouteChecks.refuse(request, now.route());
    }

    private static @Nullable Denial session(Phase phase) {
        return switch (phase) {
            case CONTINUOUS, PRE_OPEN, CLOSING_AUCTION -> null;
            case CLOSED, POST_CLOSE ->
                new Denial("MARKET_CLOSED", "This market is closed now.", "Try again in its trading hours.");
        };
    }

    private static @Nullable Denial band(OrderRequest request, QuoteRow quote) {
        if (request.price() <= 0) {
            return null;
        }
        boolean above = quote.upperCircuit() > 0 && request.price() > quote.upperCircuit();
        boolean below = quote.lowerCircuit() > 0 && request.price() < quote.lowerCircuit();
        if (!above && !below) {
            return null;
        }
        var segment = request.instrument().segment();
        return new Denial(
                "PRICE_BAND",
                "The price is outside the day's limits "
                        + IndianNumbers.price(quote.lowerCircuit(), segment) + " to "
                        + IndianNumbers.price(quote.upperCircuit(), segment) + ".",
                "Choose a price inside the limits.");
    }

    private static @Nullable Denial entryOnly(TradingConditions now) {
        if (!now.feedConnected() || now.feedAgeNanos() < 0 || now.feedAgeNanos() > STALE_FEED_NANOS) {
            return new Denial("STALE_FEED", "Prices are older than 10 seconds.", "Wait until the feed is back.");
        }
        if (!now.route().reconciled()) {
            return new Denial(
                    "NOT_RECONCILED",
                    "The order book of " + now.route().name() + " has not been read yet.",
                    "Wait a moment and try again.");
        }
        boolean skewed =
                now.clockSkewMillis() != Long.MIN_VALUE && Math.abs(now.clockSkewMillis()) > LARGEST_SKEW_MILLIS;
        if (now.mode() == TradingMode.LIVE && skewed) {
            return new Denial(
                    "CLOCK_SKEW",
                    "This computer's clock is more than 2 seconds off the exchange's.",
                    "Correct the computer's time.");
        }
        return null;
    }

    /// Plain sentences the confirmation card shows.
    static List<String> warnings(OrderRequest request, long typedPrice, TradingConditions now) {
        List<String> warnings = new ArrayList<>();
        if (typedPrice != request.price()) {
            warnings.add("The price was moved to the tick size, never to your disadvantage.");
        }
        if (now.phase() != Phase.CONTINUOUS) {
            warnings.add("The market is not in continuous trading; the order may wait for an auction.");
        }
        QuoteRow quote = now.quote();
        if (quote == null || quote.lastPrice() <= 0) {
            warnings.add("No price of this instrument is known.");
        } else if (farThrough(request, quote.lastPrice())) {
            warnings.add("The price is more than " + AWAY_PERCENT + " % worse than the last price.");
        }
        if (request.instrument().segment().derivative() && request.instrument().freezeQuantity() == 0) {
            warnings.add("The exchange's freeze quantity of this contract is not known.");
        }
        return warnings;
    }

    private static boolean farThrough(OrderRequest request, long last) {
        if (request.price() <= 0) {
            return false;
        }
        long worse = request.side() == Side.BUY ? request.price() - last : last - request.price();
        return worse * 100 > last * AWAY_PERCENT;
    }
}
