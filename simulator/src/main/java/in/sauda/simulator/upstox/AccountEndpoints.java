package in.sauda.simulator.upstox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.domain.Side;
import in.sauda.core.time.IndiaTime;
import in.sauda.simulator.angel.Json;
import in.sauda.simulator.exchange.Exchange;
import in.sauda.simulator.exchange.Funds;
import in.sauda.simulator.exchange.Holding;
import in.sauda.simulator.exchange.Position;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.master.Contract;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// Who is logged in and what the account has (protocol 2.5, 2.9).
final class AccountEndpoints {
    private static final LocalTime MORNING = LocalTime.of(5, 30);

    private final Market market;
    private final Exchange exchange;
    private final WireKeys keys;
    private final Logins logins;

    AccountEndpoints(Market market, Exchange exchange, WireKeys keys, Logins logins) {
        this.market = market;
        this.exchange = exchange;
        this.keys = keys;
        this.logins = logins;
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint("GET", "/v2/user/profile", "profile", call -> profile()),
                new Endpoint(
                        "GET",
                        "/v2/user/ip",
                        "ip",
                        call -> Json.object().put("primary_ip", "127.0.0.1").putNull("secondary_ip")),
                new Endpoint("DELETE", "/v2/logout", "logout", call -> {
                    logins.logout(call.token());
                    return BooleanNode.TRUE;
                }),
                new Endpoint("GET", "/v3/user/get-funds-and-margin", "funds", call -> funds()),
                new Endpoint("GET", "/v2/user/get-funds-and-margin", "funds", call -> fundsOfVersionTwo()),
                new Endpoint("GET", "/v2/portfolio/short-term-positions", "positions", call -> positions()),
                new Endpoint("GET", "/v2/portfolio/long-term-holdings", "holdings", call -> holdings()),
                new Endpoint("PUT", "/v2/portfolio/convert-position", "convert", this::convert));
    }

    private JsonNode profile() {
        ObjectNode data = Json.object().put("email", "trader@example.in");
        List.of("NSE", "NFO", "BSE", "CDS", "BFO", "MCX").forEach(data.putArray("exchanges")::add);
        List.of("D", "I", "MTF").forEach(data.putArray("products")::add);
        data.put("broker", "UPSTOX").put("user_id", logins.app().userId()).put("user_name", "SIMULATED TRADER");
        List.of("MARKET", "LIMIT", "SL", "SL-M").forEach(data.putArray("order_types")::add);
        return data.put("user_type", "individual")
                .put("poa", false)
                .put("ddpi", false)
                .put("is_active", true);
    }

    /// Between midnight and 05:30 the broker tells no funds and takes no orders.
    static boolean night(Market market) {
        return IndiaTime.time(market.clock().millis()).isBefore(MORNING);
    }

    private Funds read() throws ApiError {
        if (night(market)) {
            throw new ApiError(423, "UDAPI100072", "The funds service is open from 5:30 AM to 12:00 AM");
        }
        return market.locked(exchange::funds);
    }

    private JsonNode funds() throws ApiError {
        Funds funds = read();
        ObjectNode data = Json.object();
        ObjectNode trade = data.putObject("available_to_trade").put("total", rounded(funds.available()));
        ObjectNode cash = trade.putObject("cash_available_to_trade").put("total", rounded(funds.available()));
        cash.putObject("cash")
                .put("opening_balance", rounded(funds.opening()))
                .put("added_today", 0.0)
                .put("withdrawn_today", 0.0)
                .put("amount_from_stock_sale", rounded(funds.holdingSales()))
                .put("unpaid_charges", rounded(-funds.charges()));
        ObjectNode used = cash.putObject("margin_used")
                .put("total", rounded(funds.utilised()))
                .put("mtf", 0.0)
                .put("span_exposure", rounded(funds.positionMargin()))
                .put("cash_margin_var_elm", 0.0)
                .put("premium_present", 0.0);
        used.putObject("loss")
                .put("total", rounded(-funds.realised() - funds.unrealised()))
                .put("realised", rounded(-funds.realised()))
                .put("unrealised", rounded(-funds.unrealised()));
        trade.putObject("pledge_available_to_trade").put("total", 0.0);
        data.putObject("unavailable_to_trade");
        return data;
    }

    private JsonNode fundsOfVersionTwo() throws ApiError {
        Funds funds = read();
        ObjectNode data = Json.object();
        for (String part : List.of("equity", "commodity")) {
            boolean equity = part.equals("equity");
            data.putObject(part)
                    .put("used_margin", equity ? rounded(funds.utilised()) : 0)
                    .put("payin_amount", 0.0)
                    .put("span_margin", 0.0)
                    .put("adhoc_margin", 0.0)
                    .put("notional_cash", 0.0)
                    .put("available_margin", equity ? rounded(funds.available()) : 0)
                    .put("exposure_margin", 0.0);
        }
        return data;
    }

    private JsonNode positions() {
        return market.locked(() -> {
            ArrayNode rows = Json.array();
            exchange.account().positions().forEach(position -> rows.add(position(position)));
            return rows;
        });
    }

    private ObjectNode position(Position position) {
        Contract contract = position.contract();
        double last = exchange.account().last(contract);
        return Json.object()
                .put("exchange", WireKeys.exchange(contract))
                .put("multiplier", 1.0)
                .put("value", rounded(position.buyRupees() - position.sellRupees()))
                .put("pnl", rounded(position.realised() + position.unrealised(last)))
                .put("product", OrderJson.product(position.product()))
                .put("instrument_token", keys.key(contract).orElse(""))
                .putNull("average_price")
                .put("buy_value", rounded(position.buyRupees()))
                .put("overnight_quantity", 0)
                .put("day_buy_value", rounded(position.buyRupees()))
                .put("day_buy_price", position.buyAverage())
                .put("overnight_buy_amount", 0.0)
                .put("overnight_buy_quantity", 0)
                .put("day_buy_quantity", position.buyQuantity())
                .put("day_sell_value", rounded(position.sellRupees()))
                .put("day_sell_price", position.sellAverage())
                .put("overnight_sell_amount", 0.0)
                .put("overnight_sell_quantity", 0)
                .put("day_sell_quantity", position.sellQuantity())
                .put("quantity", position.netQuantity())
                .put("last_price", last)
                .put("unrealised", rounded(position.unrealised(last)))
                .put("realised", rounded(position.realised()))
                .put("sell_value", rounded(position.sellRupees()))
                .put("trading_symbol", WireKeys.symbol(contract))
                .put("tradingsymbol", WireKeys.symbol(contract))
                .put("close_price", contract.toRupees(market.tape(contract).previousClose()))
                .put("buy_price", position.buyAverage())
                .put("sell_price", position.sellAverage());
    }

    private JsonNode holdings() {
        return market.locked(() -> {
            ArrayNode rows = Json.array();
            exchange.account().holdings().forEach(holding -> rows.add(holding(holding)));
            return rows;
        });
    }

    private ObjectNode holding(Holding holding) {
        Contract contract = holding.contract();
        double last = exchange.account().last(contract);
        double close = contract.toRupees(market.tape(contract).previousClose());
        return Json.object()
                .put("isin", holding.isin())
                .put("cnc_used_quantity", 0)
                .put("collateral_type", "WC")
                .put("company_name", contract.name())
                .put("haircut", 0.2)
                .put("product", "D")
                .put("quantity", holding.quantity())
                .put("trading_symbol", WireKeys.symbol(contract))
                .put("tradingsymbol", WireKeys.symbol(contract))
                .put("last_price", last)
                .put("close_price", close)
                .put("pnl", rounded((last - holding.averageRupees()) * holding.quantity()))
                .put("day_change", rounded(last - close))
                .put("day_change_percentage", rounded((last / close - 1) * 100))
                .put("instrument_token", keys.key(contract).orElse(""))
                .put("average_price", holding.averageRupees())
                .put("collateral_quantity", 0)
                .put("collateral_update_quantity", 0)
                .put("t1_quantity", 0)
                .put("exchange", WireKeys.exchange(contract));
    }

    private JsonNode convert(Endpoint.Call call) throws ApiError {
        JsonNode body = call.body();
        Contract contract = keys.required(body.path("instrument_token").asText(""));
        Side side = body.path("transaction_type").asText("").equals("SELL") ? Side.SELL : Side.BUY;
        Optional<String> refusal = exchange.convert(
                contract,
                product(body.path("old_product").asText(""), contract),
                product(body.path("new_product").asText(""), contract),
                side,
                body.path("quantity").asLong(0));
        if (refusal.isPresent()) {
            throw ApiError.bad("UDAPI1035", refusal.get());
        }
        return Json.object().put("status", "complete");
    }

    private static String product(String wire, Contract contract) {
        return wire.equals("I") ? "INTRADAY" : contract.segment().derivative() ? "CARRYFORWARD" : "DELIVERY";
    }

    static double rounded(double rupees) {
        return Math.round(rupees * 100) / 100.0;
    }
}
