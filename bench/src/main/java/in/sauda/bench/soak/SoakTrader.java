package in.sauda.bench.soak;

import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.OrderTicket;
import in.sauda.core.view.Command;
import in.sauda.core.view.OrderView;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import in.sauda.core.view.UiEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Places small orders on the local exchange, confirms their cards and remembers what became of each.
final class SoakTrader {
    private final Terminal terminal;
    private final List<Instrument> instruments;
    private final Map<String, OrderView> orders = new LinkedHashMap<>();
    private int placed;

    SoakTrader(Terminal terminal, List<Instrument> instruments) {
        this.terminal = terminal;
        this.instruments = instruments;
    }

    /// Takes in what has happened and answers every card. Call it often.
    void onTime() {
        terminal.events().drain(Integer.MAX_VALUE, this::hear);
    }

    private void hear(UiEvent event) {
        if (event instanceof UiEvent.ConfirmationRequested requested) {
            terminal.send(new Command.Confirm(requested.card().request().id()));
        } else if (event instanceof UiEvent.OrderChanged changed) {
            orders.put(changed.order().request().id().value(), changed.order());
        }
    }

    /// Alternately an order that trades at once and one that rests below the market.
    void place() {
        Instrument instrument = instruments.get(placed % instruments.size());
        QuoteRow quote = terminal.quotes().get(terminal.index(instrument));
        if (quote == null || quote.lastPrice() <= 0) {
            return;
        }
        long price = placed % 2 == 0 ? quote.lastPrice() * 101 / 100 : quote.lastPrice() * 97 / 100;
        long tick = Math.max(1, instrument.tickSize());
        placed++;
        terminal.send(new Command.Stage(new OrderTicket(
                TradingMode.DEMO,
                instrument,
                Side.BUY,
                OrderType.LIMIT,
                Product.INTRADAY,
                Validity.DAY,
                Math.max(1, instrument.lotSize()),
                price - price % tick,
                0,
                OrderTicket.MANUAL,
                0,
                false)));
    }

    Map<String, OrderView> orders() {
        return orders;
    }
}
