package in.sauda.broker.upstox.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.broker.AccountProfile;
import in.sauda.core.broker.Funds;
import in.sauda.core.broker.Holding;
import in.sauda.core.broker.Paise;
import in.sauda.core.domain.InstrumentKey;
import java.util.List;

/// Profile, funds and holdings.
public final class AccountMapping {
    private static final int RUPEE_DECIMALS = 2;

    private AccountMapping() {}

    public static AccountProfile profile(JsonNode data) {
        return new AccountProfile(WireValues.required(data, "user_id"), WireValues.text(data, "user_name"));
    }

    /// Funds of the third version (protocol 2.5): what may be traded with, in cash and in pledges.
    ///
    /// @throws UnreadableException when a value is not a number
    public static Funds funds(JsonNode data) {
        JsonNode trade = data.path("available_to_trade");
        JsonNode cash = trade.path("cash_available_to_trade");
        JsonNode pledge = trade.path("pledge_available_to_trade");
        JsonNode used = cash.path("margin_used");
        JsonNode loss = used.path("loss");
        return new Funds(
                WireValues.paiseIfStated(cash, "total"),
                WireValues.paiseIfStated(pledge, "total"),
                WireValues.paiseIfStated(used, "total"),
                WireValues.paiseIfStated(trade, "total"),
                negated(WireValues.paiseIfStated(loss, "realised")),
                negated(WireValues.paiseIfStated(loss, "unrealised")),
                WireValues.paiseIfStated(cash.path("cash"), "added_today"),
                negated(WireValues.paiseIfStated(cash.path("cash"), "withdrawn_today")),
                WireValues.paiseIfStated(used, "span_exposure"),
                Paise.UNKNOWN,
                WireValues.paiseIfStated(used, "premium_present"));
    }

    private static long negated(long paise) {
        return Paise.known(paise) ? -paise : paise;
    }

    /// @throws UnreadableException when a row makes no sense
    public static List<Holding> holdings(JsonNode data, KeyBook keys) {
        return WireValues.rows(data).stream().map(row -> holding(row, keys)).toList();
    }

    private static Holding holding(JsonNode row, KeyBook keys) {
        long quantity = WireValues.whole(row, "quantity");
        long average = WireValues.price(row, "average_price", RUPEE_DECIMALS);
        long pnl = WireValues.paiseIfStated(row, "pnl");
        InstrumentKey key = keys.key(WireValues.first(row, "instrument_token", "instrument_key"))
                .orElse(null);
        return new Holding(
                key,
                WireValues.first(row, "trading_symbol", "tradingsymbol"),
                WireValues.text(row, "isin"),
                quantity,
                WireValues.whole(row, "t1_quantity"),
                WireValues.whole(row, "collateral_quantity"),
                0,
                average,
                WireValues.priceIfStated(row, "last_price", RUPEE_DECIMALS),
                WireValues.priceIfStated(row, "close_price", RUPEE_DECIMALS),
                pnl,
                Paise.known(pnl) && quantity * average > 0 ? 100.0 * pnl / (quantity * average) : Double.NaN);
    }
}
