package in.sauda.simulator.upstox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.domain.OptionType;
import in.sauda.core.options.Black76;
import in.sauda.core.options.OptionGreeks;
import in.sauda.core.time.IndiaTime;
import in.sauda.simulator.angel.Json;
import in.sauda.simulator.exchange.Exchange;
import in.sauda.simulator.market.BookLevel;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.market.Tape;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Option contracts and chains (protocol 2.14), read from the market everybody sees, so that every figure agrees with
/// the quotes of the same moment.
final class OptionEndpoints {
    private static final double YEAR_MILLIS = 365.0 * 24 * 3_600_000;
    private static final LocalTime EXPIRY = LocalTime.of(15, 30);

    private final Market market;
    private final Exchange exchange;
    private final ContractCatalog catalog;
    private final WireKeys keys;

    OptionEndpoints(Market market, Exchange exchange, ContractCatalog catalog, WireKeys keys) {
        this.market = market;
        this.exchange = exchange;
        this.catalog = catalog;
        this.keys = keys;
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint("GET", "/v2/option/contract", "contracts", this::contracts),
                new Endpoint("GET", "/v2/option/chain", "chain", this::chain));
    }

    private JsonNode contracts(Endpoint.Call call) throws ApiError {
        Contract underlying = keys.required(call.query("instrument_key"));
        String day = call.query("expiry_date");
        LocalDate wanted = day.isEmpty() ? null : date(day);
        List<Contract> options = options(underlying)
                .filter(option -> wanted == null || wanted.equals(option.expiry()))
                .toList();
        Map<Integer, LocalDate> lastOfMonth = new TreeMap<>();
        options(underlying)
                .map(option -> Objects.requireNonNull(option.expiry()))
                .forEach(expiry -> lastOfMonth.merge(
                        expiry.getYear() * 12 + expiry.getMonthValue(), expiry, OptionEndpoints::later));
        ArrayNode rows = Json.array();
        options.forEach(option -> rows.add(
                contract(option, underlying, !lastOfMonth.containsValue(Objects.requireNonNull(option.expiry())))));
        return rows;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private Stream<Contract> options(Contract underlying) {
        String name = underlying.kind() == Contract.Kind.INDEX ? underlying.name() : WireKeys.symbol(underlying);
        return catalog.options(name);
    }

    private ObjectNode contract(Contract option, Contract underlying, boolean weekly) {
        return Json.object()
                .put("name", option.name())
                .put("segment", WireKeys.segment(option))
                .put("exchange", option.segment().exchange())
                .put("expiry", String.valueOf(option.expiry()))
                .put("instrument_key", keys.key(option).orElse(""))
                .put("exchange_token", option.token())
                .put("trading_symbol", WireKeys.symbol(option))
                .put("tick_size", option.toRupees(option.tick()) * 100)
                .put("lot_size", option.lotSize())
                .put("instrument_type", String.valueOf(option.optionType()))
                .put("freeze_quantity", (double) option.freezeQuantity())
                .put("underlying_key", keys.key(underlying).orElse(""))
                .put("underlying_type", underlying.kind() == Contract.Kind.INDEX ? "INDEX" : "EQUITY")
                .put("underlying_symbol", option.name())
                .put("strike_price", option.toRupees(option.strike()))
                .put("minimum_lot", option.lotSize())
                .put("weekly", weekly);
    }

    private JsonNode chain(Endpoint.Call call) throws ApiError {
        Contract underlying = keys.required(call.query("instrument_key"));
        LocalDate expiry = date(call.query("expiry_date"));
        Map<Long, Map<OptionType, Contract>> strikes = new TreeMap<>();
        options(underlying)
                .filter(option -> expiry.equals(option.expiry()))
                .sorted(Comparator.comparingLong(Contract::strike))
                .forEach(option -> strikes.computeIfAbsent(option.strike(), strike -> new EnumMap<>(OptionType.class))
                        .put(Objects.requireNonNull(option.optionType()), option));
        double spot = market.read(underlying, tape -> underlying.toRupees(tape.last()));
        ArrayNode rows = Json.array();
        strikes.values().forEach(sides -> rows.add(strike(sides, underlying, spot)));
        return rows;
    }

    private static LocalDate date(String text) throws ApiError {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw ApiError.bad("UDAPI1088", "Invalid date");
        }
    }

    private ObjectNode strike(Map<OptionType, Contract> sides, Contract underlying, double spot) {
        Contract any = sides.values().iterator().next();
        ObjectNode row = Json.object().put("expiry", String.valueOf(any.expiry()));
        Optional<ObjectNode> call = side(sides.get(OptionType.CE), spot);
        Optional<ObjectNode> put = side(sides.get(OptionType.PE), spot);
        double calls = call.map(OptionEndpoints::interest).orElse(0.0);
        double puts = put.map(OptionEndpoints::interest).orElse(0.0);
        row.put("pcr", calls == 0 ? 0 : rounded(puts / calls))
                .put("strike_price", any.toRupees(any.strike()))
                .put("underlying_key", keys.key(underlying).orElse(""))
                .put("underlying_spot_price", spot);
        call.ifPresent(side -> row.set("call_options", side));
        put.ifPresent(side -> row.set("put_options", side));
        return row;
    }

    private static double interest(ObjectNode side) {
        return side.path("market_data").path("oi").asDouble();
    }

    private Optional<ObjectNode> side(@Nullable Contract option, double spot) {
        return Optional.ofNullable(option)
                .flatMap(contract ->
                        keys.key(contract).map(key -> market.read(contract, tape -> side(tape, key, spot))));
    }

    private ObjectNode side(Tape tape, String key, double spot) {
        Contract option = tape.contract();
        ObjectNode side = Json.object().put("instrument_key", key);
        BookLevel bid = first(exchange.bids(tape));
        BookLevel ask = first(exchange.asks(tape));
        side.putObject("market_data")
                .put("ltp", option.toRupees(tape.last()))
                .put("volume", tape.volume())
                .put("oi", (double) tape.openInterest())
                .put("close_price", option.toRupees(tape.previousClose()))
                .put("bid_price", option.toRupees(bid.price()))
                .put("bid_qty", bid.quantity())
                .put("ask_price", option.toRupees(ask.price()))
                .put("ask_qty", ask.quantity())
                .put("prev_oi", (double) tape.previousOpenInterest());
        OptionGreeks greeks = market.tapes().greeks(option, tape.slot());
        side.putObject("option_greeks")
                .put("vega", rounded(greeks.vega()))
                .put("theta", rounded(greeks.theta()))
                .put("gamma", rounded(greeks.gamma()))
                .put("delta", rounded(greeks.delta()))
                .put("iv", Math.round(greeks.volatility() * 10_000) / 100.0)
                .put("pop", Math.round(profitable(tape, greeks, spot) * 10_000) / 100.0);
        return side;
    }

    private static BookLevel first(List<BookLevel> side) {
        return side.isEmpty() ? new BookLevel(0, 0, 0) : side.getFirst();
    }

    /// How likely whoever buys now ends above the break-even price.
    private double profitable(Tape tape, OptionGreeks greeks, double spot) {
        Contract option = tape.contract();
        boolean call = option.optionType() == OptionType.CE;
        double premium = option.toRupees(tape.last());
        double strike = option.toRupees(option.strike());
        double even = call ? strike + premium : strike - premium;
        long end = IndiaTime.epochMillis(Objects.requireNonNull(option.expiry()), EXPIRY);
        double years = Math.max(1, end - market.clock().millis()) / YEAR_MILLIS;
        if (even <= 0) {
            return 0;
        }
        double above = Black76.endsAbove(spot, even, years, greeks.volatility());
        return call ? above : 1 - above;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
