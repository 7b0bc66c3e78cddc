package in.sauda.broker.angelone.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.broker.AccountProfile;
import in.sauda.core.broker.BookedTrade;
import in.sauda.core.broker.Funds;
import in.sauda.core.broker.Holding;
import in.sauda.core.broker.InstrumentLookup;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Profile, funds, holdings and trades.
public final class AccountMapping {
    private static final int RUPEE_DECIMALS = 2;

    private AccountMapping() {}

    /// @param clientCode used where the reply leaves it out
    public static AccountProfile profile(JsonNode data, String clientCode) {
        String code = WireValues.text(data, "clientcode");
        return new AccountProfile(code.isEmpty() ? clientCode : code, WireValues.text(data, "name"));
    }

    /// Funds as the broker states them; all its values are strings or null. What it calls available cash has been
    /// seen to include collateral on live accounts; it is passed on as it is.
    ///
    /// @throws UnreadableException when a value is not a number
    public static Funds funds(JsonNode data) {
        return new Funds(
                WireValues.paiseIfStated(data, "availablecash"),
                WireValues.paiseIfStated(data, "collateral"),
                WireValues.paiseIfStated(data, "utiliseddebits"),
                WireValues.paiseIfStated(data, "net"),
                WireValues.paiseIfStated(data, "m2mrealized"),
                WireValues.paiseIfStated(data, "m2munrealized"),
                WireValues.paiseIfStated(data, "availableintradaypayin"),
                WireValues.paiseIfStated(data, "utilisedpayout"),
                WireValues.paiseIfStated(data, "utilisedspan"),
                WireValues.paiseIfStated(data, "utilisedexposure"),
                WireValues.paiseIfStated(data, "utilisedoptionpremium"));
    }

    /// Rows of getAllHolding ({@code holdings} inside an object) or getHolding (a plain list, or one row).
    ///
    /// @throws UnreadableException when a row makes no sense
    public static List<Holding> holdings(JsonNode data) {
        JsonNode rows = data.has("holdings") ? data.path("holdings") : data;
        if (rows.isObject()) {
            return List.of(holding(rows));
        }
        return WireValues.rows(rows).stream().map(AccountMapping::holding).toList();
    }

    private static Holding holding(JsonNode row) {
        return new Holding(
                key(row),
                WireValues.text(row, "tradingsymbol"),
                WireValues.text(row, "isin"),
                WireValues.whole(row, "quantity"),
                WireValues.whole(row, "t1quantity"),
                WireValues.whole(row, "collateralquantity"),
                WireValues.whole(row, "authorisedquantity"),
                WireValues.price(row, "averageprice", RUPEE_DECIMALS),
                WireValues.priceIfStated(row, "ltp", RUPEE_DECIMALS),
                WireValues.priceIfStated(row, "close", RUPEE_DECIMALS),
                WireValues.paiseIfStated(row, "profitandloss"),
                WireValues.figure(row, "pnlpercentage"));
    }

    /// Rows of searchScrip.
    ///
    /// @throws UnreadableException when a row makes no sense
    public static List<InstrumentLookup.Found> found(JsonNode data) {
        return WireValues.rows(data).stream()
                .map(row -> new InstrumentLookup.Found(
                        new InstrumentKey(OrderBookMapping.segment(row), OrderBookMapping.required(row, "symboltoken")),
                        WireValues.text(row, "tradingsymbol")))
                .toList();
    }

    private static @Nullable InstrumentKey key(JsonNode row) {
        String token = WireValues.text(row, "symboltoken");
        return token.isEmpty() || !WireValues.stated(row, "exchange")
                ? null
                : new InstrumentKey(OrderBookMapping.segment(row), token);
    }

    /// Rows of getTradeBook, whose times have no date.
    ///
    /// @param today date of the trading day in India
    /// @throws UnreadableException when a row makes no sense
    public static List<BookedTrade> trades(JsonNode data, LocalDate today) {
        return WireValues.rows(data).stream().map(row -> trade(row, today)).toList();
    }

    private static BookedTrade trade(JsonNode row, LocalDate today) {
        Segment segment = OrderBookMapping.segment(row);
        return new BookedTrade(
                OrderBookMapping.required(row, "orderid"),
                WireValues.text(row, "fillid"),
                key(row),
                segment,
                WireValues.text(row, "tradingsymbol"),
                OrderBookMapping.side(row),
                OrderBookMapping.product(OrderBookMapping.required(row, "producttype")),
                WireValues.whole(row, "fillsize"),
                WireValues.price(row, "fillprice", segment.priceDecimals()),
                WireValues.paise(row, "tradevalue"),
                time(WireValues.text(row, "filltime"), today));
    }

    /// A time of day, or a date and time like in the order book.
    private static long time(String text, LocalDate today) {
        if (text.isEmpty()) {
            return 0;
        }
        if (text.indexOf('-') >= 0) {
            return OrderBookMapping.millis(text);
        }
        try {
            return today.atTime(LocalTime.parse(text))
                    .toInstant(IndiaTime.OFFSET)
                    .toEpochMilli();
        } catch (DateTimeParseException notATime) {
            throw new UnreadableException("trade time " + text + " is not a time", notATime);
        }
    }
}
