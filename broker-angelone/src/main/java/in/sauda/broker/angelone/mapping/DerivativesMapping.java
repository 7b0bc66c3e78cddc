package in.sauda.broker.angelone.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.broker.angelone.mapping.CandleMapping.Span;
import in.sauda.core.broker.DerivativesData.BuildUp;
import in.sauda.core.broker.DerivativesData.CautionedStock;
import in.sauda.core.broker.DerivativesData.Expiry;
import in.sauda.core.broker.DerivativesData.Greeks;
import in.sauda.core.broker.DerivativesData.InterestChange;
import in.sauda.core.broker.DerivativesData.InterestPoint;
import in.sauda.core.broker.DerivativesData.IntradayStock;
import in.sauda.core.broker.DerivativesData.Movers;
import in.sauda.core.broker.DerivativesData.PutCallRatio;
import in.sauda.core.broker.Paise;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/// Requests and replies of the broker's derivatives figures and stock lists. Numbers are strings in some and
/// numbers in others, sometimes with an exponent.
public final class DerivativesMapping {
    private static final DateTimeFormatter EXPIRY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("ddMMMuuuu")
            .toFormatter(Locale.ENGLISH);
    private static final int DECIMALS = 2;

    private DerivativesMapping() {}

    public static ObjectNode greeksRequest(String underlying, LocalDate expiry) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", underlying)
                .put("expirydate", EXPIRY.format(expiry).toUpperCase(Locale.ENGLISH));
    }

    public static ObjectNode request(BuildUp kind, Expiry expiry) {
        return list(
                switch (kind) {
                    case LONG_BUILT_UP -> "Long Built Up";
                    case SHORT_BUILT_UP -> "Short Built Up";
                    case SHORT_COVERING -> "Short Covering";
                    case LONG_UNWINDING -> "Long Unwinding";
                },
                expiry);
    }

    public static ObjectNode request(Movers kind, Expiry expiry) {
        return list(
                switch (kind) {
                    case PRICE_GAINERS -> "PercPriceGainers";
                    case PRICE_LOSERS -> "PercPriceLosers";
                    case INTEREST_GAINERS -> "PercOIGainers";
                    case INTEREST_LOSERS -> "PercOILosers";
                },
                expiry);
    }

    private static ObjectNode list(String dataType, Expiry expiry) {
        return JsonNodeFactory.instance.objectNode().put("datatype", dataType).put("expirytype", expiry.name());
    }

    /// @throws UnreadableException when a row makes no sense
    public static List<Greeks> greeks(JsonNode data) {
        return WireValues.rows(data).stream().map(DerivativesMapping::greek).toList();
    }

    private static Greeks greek(JsonNode row) {
        return new Greeks(
                WireValues.text(row, "name"),
                expiry(WireValues.either(row, "expiry", "expirydate")),
                WireValues.price(row, "strikePrice", DECIMALS),
                optionType(WireValues.text(row, "optionType")),
                WireValues.figure(row, "delta"),
                WireValues.figure(row, "gamma"),
                WireValues.figure(row, "theta"),
                WireValues.figure(row, "vega"),
                WireValues.figure(row, "impliedVolatility"),
                units(row, "tradeVolume"));
    }

    private static LocalDate expiry(String text) {
        try {
            return LocalDate.parse(text, EXPIRY);
        } catch (DateTimeParseException notADate) {
            throw new UnreadableException("expiry " + text + " is not a date", notADate);
        }
    }

    private static OptionType optionType(String text) {
        return switch (text) {
            case "CE" -> OptionType.CE;
            case "PE" -> OptionType.PE;
            default -> throw new UnreadableException("an option is neither CE nor PE");
        };
    }

    /// @throws UnreadableException when a row makes no sense
    public static List<PutCallRatio> putCallRatios(JsonNode data) {
        return WireValues.rows(data).stream()
                .map(row -> new PutCallRatio(symbol(row), WireValues.figure(row, "pcr")))
                .toList();
    }

    /// Rows of OIBuildup and gainersLosers.
    ///
    /// @throws UnreadableException when a row makes no sense
    public static List<InterestChange> changes(JsonNode data) {
        return WireValues.rows(data).stream()
                .map(row -> new InterestChange(
                        symbol(row),
                        WireValues.either(row, "symbolToken", "symboltoken"),
                        WireValues.priceIfStated(row, "ltp", DECIMALS),
                        WireValues.stated(row, "netChange")
                                ? WireValues.price(row, "netChange", DECIMALS)
                                : Paise.UNKNOWN,
                        WireValues.figure(row, "percentChange"),
                        units(row, "opnInterest"),
                        units(row, "netChangeOpnInterest")))
                .toList();
    }

    /// Points that start inside the span.
    ///
    /// @throws UnreadableException when a row makes no sense
    public static List<InterestPoint> interest(JsonNode data, Span span) {
        return WireValues.rows(data).stream()
                .map(row -> new InterestPoint(CandleMapping.start(WireValues.text(row, "time")), units(row, "oi")))
                .filter(point -> point.millis() >= span.fromMillis() && point.millis() < span.toMillis())
                .toList();
    }

    /// @param exchange the list's, where a row does not say
    /// @throws UnreadableException when a row makes no sense
    public static List<IntradayStock> intraday(JsonNode data, Segment exchange) {
        return WireValues.rows(data).stream()
                .map(row -> new IntradayStock(
                        exchange,
                        WireValues.either(row, "SymbolName", "symbolName"),
                        WireValues.figure(row, WireValues.stated(row, "Multiplier") ? "Multiplier" : "multiplier")))
                .toList();
    }

    /// The shape of this list is not documented (protocol 1.18): a list, or an object with one inside, of objects
    /// or plain symbols.
    ///
    /// @throws UnreadableException when there is no list
    public static List<CautionedStock> cautionary(JsonNode data) {
        JsonNode rows = data;
        if (data.isObject()) {
            rows = StreamSupport.stream(data.spliterator(), false)
                    .filter(JsonNode::isArray)
                    .findFirst()
                    .orElse(data);
        }
        return WireValues.rows(rows).stream().map(DerivativesMapping::cautioned).toList();
    }

    private static CautionedStock cautioned(JsonNode row) {
        if (row.isTextual()) {
            return new CautionedStock(Segment.NSE, "", row.asText(), "");
        }
        String exchange = WireValues.either(row, "exchange", "Exchange");
        return new CautionedStock(
                exchange.isEmpty() ? Segment.NSE : OrderBookMapping.segment(exchange),
                WireValues.first(row, "symbolToken", "symboltoken", "token"),
                WireValues.first(row, "tradingSymbol", "tradingsymbol", "symbol", "SymbolName"),
                WireValues.first(row, "message", "remarks", "reason", "category"));
    }

    private static String symbol(JsonNode row) {
        return WireValues.either(row, "tradingSymbol", "tradingsymbol");
    }

    /// Whole units, though the broker may write them with a fraction or an exponent.
    private static long units(JsonNode row, String field) {
        try {
            return WireValues.decimal(row, field)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new UnreadableException(field + " is too large", tooLarge);
        }
    }
}
