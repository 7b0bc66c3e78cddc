package in.sauda.simulator.angel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.simulator.market.BookLevel;
import in.sauda.simulator.market.DepthSource;
import in.sauda.simulator.market.Slots;
import in.sauda.simulator.market.Tape;
import in.sauda.simulator.master.Contract;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongSupplier;

/// Quotes as JSON numbers in rupees (protocol 1.15).
final class QuoteJson {
    private final LocalDate date;
    private final DepthSource depth;
    private final LongSupplier skewMillis;

    /// @param skewMillis how far the server's clock is off
    QuoteJson(LocalDate date, DepthSource depth, LongSupplier skewMillis) {
        this.date = date;
        this.depth = depth;
        this.skewMillis = skewMillis;
    }

    ObjectNode ltpData(Tape tape) {
        Contract contract = tape.contract();
        ObjectNode row = Json.object()
                .put("exchange", contract.segment().name())
                .put("tradingsymbol", contract.symbol())
                .put("symboltoken", contract.token());
        return prices(row, tape).put("ltp", contract.toRupees(tape.last()));
    }

    ObjectNode quote(Tape tape, String mode) {
        Contract contract = tape.contract();
        ObjectNode row = Json.object()
                .put("exchange", contract.segment().name())
                .put("tradingSymbol", contract.symbol())
                .put("symbolToken", contract.token())
                .put("ltp", contract.toRupees(tape.last()));
        if (!mode.equals("LTP")) {
            prices(row, tape);
        }
        return mode.equals("FULL") ? full(row, tape) : row;
    }

    private static ObjectNode prices(ObjectNode row, Tape tape) {
        Contract contract = tape.contract();
        return row.put("open", contract.toRupees(tape.open()))
                .put("high", contract.toRupees(tape.high()))
                .put("low", contract.toRupees(tape.low()))
                .put("close", contract.toRupees(tape.previousClose()));
    }

    private ObjectNode full(ObjectNode row, Tape tape) {
        Contract contract = tape.contract();
        long change = tape.last() - tape.previousClose();
        long skew = skewMillis.getAsLong();
        long traded = tape.lastTradeSlot() < 0 ? 0 : Slots.epochSecond(date, tape.lastTradeSlot()) * 1000 + skew;
        row.put("lastTradeQty", tape.lastQuantity())
                .put("exchFeedTime", WireTime.stamp(Slots.epochSecond(date, tape.slot()) * 1000 + skew))
                .put("exchTradeTime", traded == 0 ? "" : WireTime.stamp(traded))
                .put("netChange", contract.toRupees(change))
                .put("percentChange", Math.round(change * 10_000.0 / tape.previousClose()) / 100.0)
                .put("avgPrice", contract.toRupees(tape.averagePrice()))
                .put("tradeVolume", tape.volume())
                .put("opnInterest", tape.openInterest())
                .put("lowerCircuit", contract.toRupees(tape.lowerCircuit()))
                .put("upperCircuit", contract.toRupees(tape.upperCircuit()))
                .put("totBuyQuan", (long) tape.totalBuyQuantity())
                .put("totSellQuan", (long) tape.totalSellQuantity())
                .put("52WeekLow", contract.toRupees(tape.yearLow()))
                .put("52WeekHigh", contract.toRupees(tape.yearHigh()));
        ObjectNode levels = row.putObject("depth");
        levels.set("buy", levels(contract, depth.bids(tape)));
        levels.set("sell", levels(contract, depth.asks(tape)));
        return row;
    }

    private static ArrayNode levels(Contract contract, List<BookLevel> side) {
        ArrayNode array = Json.array();
        for (int i = 0; i < BookLevel.SHOWN; i++) {
            BookLevel level = i < side.size() ? side.get(i) : new BookLevel(0, 0, 0);
            array.add(Json.object()
                    .put("price", contract.toRupees(level.price()))
                    .put("quantity", level.quantity())
                    .put("orders", level.orders()));
        }
        return array;
    }
}
