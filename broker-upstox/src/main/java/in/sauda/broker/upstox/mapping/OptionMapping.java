package in.sauda.broker.upstox.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.broker.DerivativesData.Greeks;
import in.sauda.core.broker.DerivativesData.InterestPoint;
import in.sauda.core.broker.OptionData.Chain;
import in.sauda.core.broker.OptionData.Figures;
import in.sauda.core.broker.OptionData.Listing;
import in.sauda.core.broker.OptionData.Side;
import in.sauda.core.broker.OptionData.Strike;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Option contracts, chains and greeks (protocol 2.12, 2.14). Implied volatility is a percent in the chain and a
/// fraction in the greeks' own call; it always leaves here as a percent.
public final class OptionMapping {
    /// Most keys of one call for greeks.
    public static final int GREEKS_PER_CALL = 50;

    private static final int UNDERLYING_DECIMALS = 2;
    private static final double PERCENT = 100;
    private static final int INTEREST = 6;

    private OptionMapping() {}

    /// @throws UnreadableException when a row makes no sense
    public static List<Listing> contracts(JsonNode data) {
        return WireValues.rows(data).stream().map(OptionMapping::contract).toList();
    }

    private static Listing contract(JsonNode row) {
        InstrumentKey key = key(WireValues.required(row, "instrument_key"));
        int lot = (int) Math.max(1, WireValues.whole(row, "lot_size"));
        long freeze = WireValues.decimal(row, "freeze_quantity").longValue();
        return new Listing(
                key,
                WireValues.text(row, "trading_symbol"),
                date(WireValues.required(row, "expiry")),
                WireValues.price(row, "strike_price", key.segment().priceDecimals()),
                type(row) == OptionType.CE,
                lot,
                key.segment() == Segment.MCX ? freeze * lot : freeze,
                row.path("weekly").asBoolean(false));
    }

    private static OptionType type(JsonNode row) {
        return switch (WireValues.text(row, "instrument_type")) {
            case "CE" -> OptionType.CE;
            case "PE" -> OptionType.PE;
            default -> throw new UnreadableException("an option is neither CE nor PE");
        };
    }

    private static InstrumentKey key(String wire) {
        return WireKeys.segmentOf(wire)
                .map(segment -> new InstrumentKey(segment, WireKeys.identifier(wire)))
                .orElseThrow(() -> new UnreadableException("unknown instrument " + wire));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw new UnreadableException(text + " is not a date", notADate);
        }
    }

    /// @throws UnreadableException when a row makes no sense
    public static Chain chain(JsonNode data, LocalDate expiry, long receivedMillis) {
        List<Strike> strikes = new ArrayList<>();
        long spot = -1;
        for (JsonNode row : WireValues.rows(data)) {
            spot = Math.max(spot, WireValues.priceIfStated(row, "underlying_spot_price", UNDERLYING_DECIMALS));
            strikes.add(new Strike(
                    WireValues.price(row, "strike_price", UNDERLYING_DECIMALS),
                    side(row.path("call_options")),
                    side(row.path("put_options"))));
        }
        strikes.sort(Comparator.comparingLong(Strike::price));
        return new Chain(expiry, spot, receivedMillis, strikes);
    }

    private static Optional<Side> side(JsonNode side) {
        String wire = WireValues.text(side, "instrument_key");
        if (wire.isEmpty()) {
            return Optional.empty();
        }
        InstrumentKey key = key(wire);
        int decimals = key.segment().priceDecimals();
        JsonNode market = side.path("market_data");
        JsonNode greeks = side.path("option_greeks");
        return Optional.of(new Side(
                figures(key, market, "ltp", greeks, 1),
                WireValues.priceIfStated(market, "close_price", decimals),
                WireValues.priceIfStated(market, "bid_price", decimals),
                count(market, "bid_qty"),
                WireValues.priceIfStated(market, "ask_price", decimals),
                count(market, "ask_qty"),
                count(market, "prev_oi")));
    }

    /// @param scale what makes a percent of the reply's implied volatility
    private static Figures figures(InstrumentKey key, JsonNode market, String price, JsonNode greeks, double scale) {
        return new Figures(
                key,
                WireValues.priceIfStated(market, price, key.segment().priceDecimals()),
                count(market, "volume"),
                count(market, "oi"),
                WireValues.figure(greeks, "delta"),
                WireValues.figure(greeks, "gamma"),
                WireValues.figure(greeks, "theta"),
                WireValues.figure(greeks, "vega"),
                WireValues.figure(greeks, "iv") * scale);
    }

    private static long count(JsonNode row, String field) {
        return WireValues.stated(row, field) ? WireValues.decimal(row, field).longValue() : -1;
    }

    /// One option of the greeks' own call.
    ///
    /// @throws UnreadableException when a number is none
    public static Figures greeks(InstrumentKey key, JsonNode quote) {
        return figures(key, quote, "last_price", quote, PERCENT);
    }

    /// The greeks of a chain, as a list of options.
    public static List<Greeks> greeks(String underlying, Chain chain) {
        List<Greeks> all = new ArrayList<>();
        for (Strike strike : chain.strikes()) {
            strike.call().ifPresent(side -> all.add(greeks(underlying, chain, strike, OptionType.CE, side)));
            strike.put().ifPresent(side -> all.add(greeks(underlying, chain, strike, OptionType.PE, side)));
        }
        return all;
    }

    private static Greeks greeks(String underlying, Chain chain, Strike strike, OptionType type, Side side) {
        Figures figures = side.figures();
        return new Greeks(
                underlying,
                chain.expiry(),
                strike.price(),
                type,
                figures.delta(),
                figures.gamma(),
                figures.theta(),
                figures.vega(),
                figures.impliedVolatility(),
                Math.max(0, figures.volume()));
    }

    /// Open interest beside each candle of a reply, in the reply's order, which is newest first.
    ///
    /// @throws UnreadableException when a row makes no sense
    public static List<InterestPoint> interest(JsonNode data, long fromMillis, long toMillis) {
        List<InterestPoint> points = new ArrayList<>();
        for (JsonNode row : WireValues.rows(data.path("candles"))) {
            if (!row.isArray() || row.size() <= INTEREST) {
                throw new UnreadableException("a candle has " + row.size() + " values instead of seven");
            }
            long start = WireValues.offsetStamp(row.get(0).asText());
            if (start >= fromMillis && start < toMillis) {
                points.add(new InterestPoint(
                        start,
                        WireValues.decimalOf(row.get(INTEREST), "open interest").longValue()));
            }
        }
        return points;
    }
}
