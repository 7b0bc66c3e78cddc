package in.sauda.app.orders;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.core.instruments.InstrumentWords;
import in.sauda.core.orders.OrderRequest;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.view.OrderView;
import java.time.format.DateTimeFormatter;

/// One order and what its cells show.
public final class OrderRow {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    final CellValue time = new CellValue();
    final CellValue mode = new CellValue();
    final CellValue broker = new CellValue();
    final CellValue side = new CellValue();
    final CellValue contract = new CellValue();
    final CellValue quantity = new CellValue();
    final CellValue filled = new CellValue();
    final CellValue price = new CellValue();
    final CellValue average = new CellValue();
    final CellValue status = new CellValue();
    final CellValue strategy = new CellValue();
    final CellValue reason = new CellValue();
    private OrderView order;

    public OrderRow(OrderView order, String brokerName) {
        this.order = order;
        apply(order, brokerName);
    }

    public OrderView order() {
        return order;
    }

    /// @param brokerName who carries it out, for people
    void apply(OrderView next, String brokerName) {
        order = next;
        OrderRequest request = next.request();
        Segment segment = request.instrument().segment();
        time.show(TIME.format(IndiaTime.time(next.createdMillis())), Tone.MUTED);
        mode.show(request.mode().name(), Tone.MUTED);
        broker.show(brokerName, Tone.MUTED);
        side.show(
                (next.exit() ? "EXIT " : "") + request.side().name(),
                request.side() == Side.BUY ? Tone.BUY : Tone.SELL);
        contract.show(InstrumentWords.brief(request.instrument()));
        quantity.show(IndianNumbers.units(request.quantity()));
        filled.show(next.filledQuantity() == 0 ? IndianNumbers.UNKNOWN : IndianNumbers.units(next.filledQuantity()));
        price.show(IndianNumbers.price(request.price(), segment));
        average.show(
                next.averagePrice() == 0 ? IndianNumbers.UNKNOWN : IndianNumbers.price(next.averagePrice(), segment));
        status.show(OrderWords.status(next.status()), OrderWords.tone(next.status()));
        strategy.show(next.strategy(), Tone.MUTED);
        reason.show(next.text(), Tone.MUTED);
    }
}
