package in.sauda.simulator.upstox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.options.OptionGreeks;
import in.sauda.core.time.IndiaTime;
import in.sauda.simulator.angel.Json;
import in.sauda.simulator.exchange.Exchange;
import in.sauda.simulator.market.BookLevel;
import in.sauda.simulator.market.CandleHistory;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.market.Tape;
import in.sauda.simulator.master.Contract;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Quotes, candles and what the market is doing (protocol 2.12, 2.13, 2.15).
final class MarketEndpoints {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
    private static final DateTimeFormatter CANDLE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final int MOST_QUOTES = 500;
    private static final int MOST_GREEKS = 50;
    private static final Map<String, Timeframe> WIDTHS = Map.of(
            "minutes/1", Timeframe.M1,
            "minutes/3", Timeframe.M3,
            "minutes/5", Timeframe.M5,
            "minutes/10", Timeframe.M10,
            "minutes/15", Timeframe.M15,
            "minutes/30", Timeframe.M30,
            "hours/1", Timeframe.H1,
            "days/1", Timeframe.D1);

    private final Market market;
    private final Exchange exchange;
    private final WireKeys keys;
    private final CandleHistory history;

    MarketEndpoints(Market market, Exchange exchange, WireKeys keys) {
        this.market = market;
        this.exchange = exchange;
        this.keys = keys;
        this.history = new CandleHistory(market.tapes());
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint("GET", "/v2/market-quote/quotes", "quotes", call -> quotes(call, MOST_QUOTES, this::full)),
                new Endpoint("GET", "/v3/market-quote/ltp", "ltp", call -> quotes(call, MOST_QUOTES, this::last)),
                new Endpoint("GET", "/v3/market-quote/ohlc", "ohlc", call -> quotes(call, MOST_QUOTES, this::ohlc)),
                new Endpoint(
                        "GET",
                        "/v3/market-quote/option-greek",
                        "greeks",
                        call -> quotes(call, MOST_GREEKS, this::greeks)),
                new Endpoint("GET", "/v3/historical-candle/", "candles", this::candles));
    }

    /// Writes one kind of quote.
    private interface Writer {
        ObjectNode write(Tape tape, String key);
    }

    private JsonNode quotes(Endpoint.Call call, int most, Writer writer) throws ApiError {
        List<String> wanted = List.of(call.query("instrument_key").split(","));
        if (wanted.size() > most) {
            throw ApiError.bad(most == MOST_GREEKS ? "UDAPI100076" : "UDAPI100042", "Too many instrument keys");
        }
        ObjectNode data = Json.object();
        for (String key : wanted) {
            Optional<Contract> contract = keys.find(key);
            if (contract.isEmpty()) {
                if (wanted.size() == 1) {
                    throw ApiError.bad("UDAPI1087", "Invalid instrument key");
                }
                continue;
            }
            String label = WireKeys.segment(contract.get()) + ":" + label(contract.get());
            data.set(label, market.read(contract.get(), (Tape tape) -> writer.write(tape, key)));
        }
        return data;
    }

    /// Contracts go by the exchange's compact symbol here, shares without their series.
    private static String label(Contract contract) {
        return contract.kind() == Contract.Kind.CASH ? WireKeys.symbol(contract) : contract.symbol();
    }

    private ObjectNode last(Tape tape, String key) {
        Contract contract = tape.contract();
        return Json.object()
                .put("last_price", contract.toRupees(tape.last()))
                .put("instrument_token", key)
                .put("ltq", tape.lastQuantity())
                .put("volume", tape.volume())
                .put("cp", contract.toRupees(tape.previousClose()));
    }

    private ObjectNode ohlc(Tape tape, String key) {
        Contract contract = tape.contract();
        ObjectNode quote = Json.object()
                .put("last_price", contract.toRupees(tape.last()))
                .put("instrument_token", key)
                .putNull("prev_ohlc");
        quote.putObject("live_ohlc")
                .put("open", contract.toRupees(tape.open()))
                .put("high", contract.toRupees(tape.high()))
                .put("low", contract.toRupees(tape.low()))
                .put("close", contract.toRupees(tape.last()))
                .put("volume", tape.volume())
                .put("ts", IndiaTime.epochMillis(market.date(), LocalTime.MIDNIGHT));
        return quote;
    }

    private ObjectNode greeks(Tape tape, String key) {
        ObjectNode quote = last(tape, key);
        if (tape.contract().kind() == Contract.Kind.OPTION) {
            OptionGreeks greeks = market.tapes().greeks(tape.contract(), tape.slot());
            quote.put("iv", greeks.volatility())
                    .put("vega", greeks.vega())
                    .put("gamma", greeks.gamma())
                    .put("theta", greeks.theta())
                    .put("delta", greeks.delta())
                    .put("oi", (double) tape.openInterest());
        }
        return quote;
    }

    private ObjectNode full(Tape tape, String key) {
        Contract contract = tape.contract();
        ObjectNode quote = Json.object();
        quote.putObject("ohlc")
                .put("open", contract.toRupees(tape.open()))
                .put("high", contract.toRupees(tape.high()))
                .put("low", contract.toRupees(tape.low()))
                .put("close", contract.toRupees(tape.last()));
        ObjectNode depth = quote.putObject("depth");
        depth.set("buy", levels(contract, exchange.bids(tape)));
        depth.set("sell", levels(contract, exchange.asks(tape)));
        long now = market.clock().millis();
        return quote.put("timestamp", STAMP.format(Instant.ofEpochMilli(now).atOffset(IndiaTime.OFFSET)))
                .put("instrument_token", key)
                .put("symbol", contract.symbol())
                .put("last_price", contract.toRupees(tape.last()))
                .put("volume", tape.volume())
                .put("average_price", contract.toRupees(tape.averagePrice()))
                .put("oi", (double) tape.openInterest())
                .put("net_change", AccountEndpoints.rounded(contract.toRupees(tape.last() - tape.previousClose())))
                .put("total_buy_quantity", tape.totalBuyQuantity())
                .put("total_sell_quantity", tape.totalSellQuantity())
                .put("lower_circuit_limit", contract.toRupees(tape.lowerCircuit()))
                .put("upper_circuit_limit", contract.toRupees(tape.upperCircuit()))
                .put("last_trade_time", Long.toString(now))
                .put("oi_day_high", (double) tape.openInterest())
                .put("oi_day_low", (double) tape.previousOpenInterest());
    }

    private static ArrayNode levels(Contract contract, List<BookLevel> side) {
        ArrayNode array = Json.array();
        for (int i = 0; i < BookLevel.SHOWN; i++) {
            BookLevel level = i < side.size() ? side.get(i) : new BookLevel(0, 0, 0);
            array.add(Json.object()
                    .put("quantity", level.quantity())
                    .put("price", contract.toRupees(level.price()))
                    .put("orders", level.orders()));
        }
        return array;
    }

    /// {@code key/unit/interval/to[/from]}, or {@code intraday/key/unit/interval}; newest first.
    private JsonNode candles(Endpoint.Call call) throws ApiError {
        List<String> parts = call.rest();
        boolean today = !parts.isEmpty() && parts.getFirst().equals("intraday");
        List<String> wanted = today ? parts.subList(1, parts.size()) : parts;
        if (wanted.size() < (today ? 3 : 4)) {
            throw ApiError.bad("UDAPI1020", "The to_date is required");
        }
        Contract contract = keys.required(wanted.get(0));
        Timeframe timeframe = WIDTHS.get(wanted.get(1) + "/" + wanted.get(2));
        if (timeframe == null) {
            throw ApiError.bad("UDAPI1147", "The interval is not served");
        }
        LocalDate to = today ? market.date() : date(wanted.get(3));
        LocalDate from = today ? to : wanted.size() > 4 ? date(wanted.get(4)) : to.minusMonths(1);
        if (!today) {
            checkSpan(wanted.get(1), Integer.parseInt(wanted.get(2)), from, to);
            to = to.isBefore(market.date()) ? to : market.date().minusDays(1);
        }
        ObjectNode data = Json.object();
        ArrayNode rows = data.putArray("candles");
        if (!from.isAfter(to)) {
            long start = IndiaTime.epochMillis(from, LocalTime.MIDNIGHT);
            long end = IndiaTime.epochMillis(to.plusDays(1), LocalTime.MIDNIGHT) - 1;
            long now = market.clock().millis();
            Map<Long, Long> interest = new HashMap<>();
            if (contract.segment().derivative()) {
                history.openInterest(contract, timeframe, start, end, now)
                        .forEach(point -> interest.put(point.startMillis(), point.units()));
            }
            history.candles(contract, timeframe, start, end, now)
                    .reversed()
                    .forEach(
                            candle -> rows.add(row(contract, candle, interest.getOrDefault(candle.startMillis(), 0L))));
        }
        return data;
    }

    private static void checkSpan(String unit, int interval, LocalDate from, LocalDate to) throws ApiError {
        LocalDate oldest = unit.equals("days")
                ? to.minusYears(10)
                : unit.equals("minutes") && interval <= 15 ? to.minusMonths(1) : to.minusMonths(3);
        if (from.isAfter(to)) {
            throw ApiError.bad("UDAPI1015", "The from_date is after the to_date");
        }
        if (from.isBefore(oldest)) {
            throw ApiError.bad("UDAPI1148", "Invalid date range");
        }
    }

    private static LocalDate date(String text) throws ApiError {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw ApiError.bad("UDAPI1015", "The date is invalid");
        }
    }

    private static ArrayNode row(Contract contract, Candle candle, long interest) {
        return Json.array()
                .add(CANDLE.format(Instant.ofEpochMilli(candle.startMillis()).atOffset(IndiaTime.OFFSET)))
                .add(contract.toRupees(candle.open()))
                .add(contract.toRupees(candle.high()))
                .add(contract.toRupees(candle.low()))
                .add(contract.toRupees(candle.close()))
                .add(Math.max(0, candle.volume()))
                .add(interest);
    }
}
