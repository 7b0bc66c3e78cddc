package in.sauda.simulator.angel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.domain.Side;
import in.sauda.simulator.angel.RateLimiter.Limit;
import in.sauda.simulator.exchange.Exchange;
import in.sauda.simulator.exchange.Funds;
import in.sauda.simulator.exchange.Holding;
import in.sauda.simulator.exchange.Position;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Funds, positions and holdings (protocol 1.9, 1.13, 1.14).
final class PortfolioEndpoints {
    private static final String ROOT = "/rest/secure/angelbroking/";

    private static final Limit CONVERSIONS = new Limit(10, 500, 5_000);

    private final Market market;
    private final ContractCatalog catalog;
    private final Exchange exchange;

    PortfolioEndpoints(Market market, ContractCatalog catalog, Exchange exchange) {
        this.market = market;
        this.catalog = catalog;
        this.exchange = exchange;
    }

    List<Endpoint> all() {
        Limit once = Limit.ofSecond(1);
        return List.of(
                new Endpoint("GET", ROOT + "user/v1/getRMS", "rms", Limit.ofSecond(2), false, this::funds),
                new Endpoint("GET", ROOT + "order/v1/getPosition", "positions", once, false, this::positions),
                new Endpoint("POST", ROOT + "order/v1/convertPosition", "convert", CONVERSIONS, false, this::convert),
                new Endpoint("GET", ROOT + "portfolio/v1/getHolding", "holding", once, false, this::holdings),
                new Endpoint("GET", ROOT + "portfolio/v1/getAllHolding", "allholding", once, false, this::allHoldings));
    }

    /// Every value is a string or null. {@code availablecash} is what can be used, not the cash (protocol 1.9).
    private JsonNode funds(Call call) {
        return market.locked(() -> {
            Funds funds = exchange.funds();
            ObjectNode data = Json.object()
                    .put("net", money(funds.available()))
                    .put("availablecash", money(funds.available()))
                    .put("availableintradaypayin", "0.0000")
                    .put("availablelimitmargin", "0.0000")
                    .put("collateral", "0.0000")
                    .put("m2munrealized", money(funds.unrealised()))
                    .put("m2mrealized", money(funds.realised()))
                    .put("utiliseddebits", money(funds.utilised()));
            for (String name : List.of(
                    "utilisedspan",
                    "utilisedoptionpremium",
                    "utilisedholdingsales",
                    "utilisedexposure",
                    "utilisedturnover")) {
                data.putNull(name);
            }
            return data.put("utilisedpayout", money(exchange.funds().available()));
        });
    }

    private static String money(double rupees) {
        return String.format(Locale.ENGLISH, "%.4f", rupees);
    }

    private JsonNode positions(Call call) {
        return market.locked(() -> {
            ArrayNode rows = Json.array();
            exchange.account().positions().forEach(position -> rows.add(position(position)));
            return rows.isEmpty() ? NullNode.getInstance() : rows;
        });
    }

    private ObjectNode position(Position position) {
        Contract contract = position.contract();
        double last = exchange.account().last(contract);
        long net = position.netQuantity();
        double netValue = position.sellRupees() - position.buyRupees();
        double average = net > 0 ? position.buyAverage() : net < 0 ? position.sellAverage() : 0;
        ObjectNode row = Json.object()
                .put("exchange", contract.segment().name())
                .put("symboltoken", contract.token())
                .put("producttype", position.product())
                .put("tradingsymbol", contract.symbol())
                .put("symbolname", contract.name())
                .put("instrumenttype", contract.type())
                .put("symbolgroup", OrderJson.group(contract))
                .put(
                        "strikeprice",
                        OrderJson.option(contract) ? Double.toString(contract.toRupees(contract.strike())) : "-1.0")
                .put("optiontype", OrderJson.optionType(contract))
                .put("expirydate", OrderJson.expiry(contract))
                .put("lotsize", Integer.toString(contract.lotSize()))
                .put("boardlotsize", "1")
                .put("precision", contract.scale() == 100 ? "2" : "4")
                .put("multiplier", "-1");
        for (String name : List.of("priceden", "pricenum", "genden", "gennum")) {
            row.put(name, "1.00");
        }
        for (String name : List.of("cfbuyqty", "cfsellqty")) {
            row.put(name, "0");
        }
        for (String name : List.of("cfbuyamount", "cfsellamount", "cfbuyavgprice", "cfsellavgprice")) {
            row.put(name, "0.00");
        }
        return row.put("buyqty", Long.toString(position.buyQuantity()))
                .put("sellqty", Long.toString(position.sellQuantity()))
                .put("buyamount", OrderJson.plain(position.buyRupees()))
                .put("sellamount", OrderJson.plain(position.sellRupees()))
                .put("totalbuyvalue", OrderJson.plain(position.buyRupees()))
                .put("totalsellvalue", OrderJson.plain(position.sellRupees()))
                .put("buyavgprice", OrderJson.plain(position.buyAverage()))
                .put("sellavgprice", OrderJson.plain(position.sellAverage()))
                .put("totalbuyavgprice", OrderJson.plain(position.buyAverage()))
                .put("totalsellavgprice", OrderJson.plain(position.sellAverage()))
                .put("avgnetprice", OrderJson.plain(average))
                .put("netprice", OrderJson.plain(average))
                .put("netvalue", spacedSign(netValue))
                .put("netqty", Long.toString(net))
                .put("ltp", OrderJson.plain(last))
                .put(
                        "close",
                        OrderJson.plain(contract.toRupees(market.tape(contract).previousClose())))
                .put("realised", OrderJson.plain(position.realised()))
                .put("unrealised", OrderJson.plain(position.unrealised(last)))
                .put("pnl", OrderJson.plain(position.realised() + position.unrealised(last)));
    }

    /// The real server prints a space after a minus sign in this field; clients must cope.
    private static String spacedSign(double rupees) {
        return OrderJson.plain(rupees).replace("-", "- ");
    }

    /// The SDKs send the exchange, both products, the symbol, the side and the quantity; the documentation also
    /// the token.
    private JsonNode convert(Call call) throws ApiFailure {
        JsonNode body = call.body();
        Contract contract = contract(body).orElseThrow(AngelError.AB1018::failure);
        String from = Json.text(body, "oldproducttype");
        String to = Json.text(body, "newproducttype");
        if (!OrderReader.PRODUCTS.contains(from) || !OrderReader.PRODUCTS.contains(to) || from.equals(to)) {
            throw AngelError.AB1012.failure();
        }
        Side side = OrderReader.side(Json.text(body, "transactiontype"));
        Optional<String> refusal = exchange.convert(contract, from, to, side, OrderReader.quantity(body));
        if (refusal.isPresent()) {
            throw AngelError.AB1017.failure(refusal.get());
        }
        return NullNode.getInstance();
    }

    private Optional<Contract> contract(JsonNode body) {
        return QuoteEndpoints.segment(Json.text(body, "exchange")).flatMap(segment -> {
            String token = Json.text(body, "symboltoken");
            return token.isEmpty()
                    ? catalog.findBySymbol(segment, Json.text(body, "tradingsymbol"))
                    : catalog.find(segment, token);
        });
    }

    private JsonNode holdings(Call call) {
        return market.locked(this::holdingRows);
    }

    private ArrayNode holdingRows() {
        ArrayNode rows = Json.array();
        exchange.account().holdings().forEach(holding -> rows.add(holding(holding)));
        return rows;
    }

    private ObjectNode holding(Holding holding) {
        Contract contract = holding.contract();
        double last = exchange.account().last(contract);
        double close = contract.toRupees(market.tape(contract).previousClose());
        return Json.object()
                .put("tradingsymbol", contract.symbol())
                .put("exchange", contract.segment().name())
                .put("isin", holding.isin())
                .put("t1quantity", 0)
                .put("realisedquantity", holding.quantity())
                .put("quantity", holding.quantity())
                .put("authorisedquantity", 0)
                .put("product", "DELIVERY")
                .putNull("collateralquantity")
                .putNull("collateraltype")
                .put("haircut", 0.0)
                .put("averageprice", holding.averageRupees())
                .put("ltp", last)
                .put("symboltoken", contract.token())
                .put("close", close)
                .put("profitandloss", rounded((last - holding.averageRupees()) * holding.quantity()))
                .put("pnlpercentage", rounded((last / holding.averageRupees() - 1) * 100));
    }

    private JsonNode allHoldings(Call call) {
        return market.locked(() -> {
            ArrayNode rows = holdingRows();
            double value = 0;
            double invested = 0;
            for (Holding holding : exchange.account().holdings()) {
                value += exchange.account().last(holding.contract()) * holding.quantity();
                invested += holding.averageRupees() * holding.quantity();
            }
            ObjectNode data = Json.object();
            data.set("holdings", rows);
            data.putObject("totalholding")
                    .put("totalholdingvalue", rounded(value))
                    .put("totalinvvalue", rounded(invested))
                    .put("totalprofitandloss", rounded(value - invested))
                    .put("totalpnlpercentage", invested == 0 ? 0 : rounded((value / invested - 1) * 100));
            return data;
        });
    }

    static double rounded(double rupees) {
        return Math.round(rupees * 100) / 100.0;
    }
}
