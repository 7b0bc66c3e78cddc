package in.sauda.app.positions;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.core.account.AccountData;
import in.sauda.core.broker.AccountSnapshot.BookedPosition;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.PositionConversion;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.orders.OrderTicket;
import in.sauda.core.orders.ProtectedLimit;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.BrokerStanding;
import in.sauda.core.view.Command;
import in.sauda.core.view.PositionRow;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Positions with their live result and the day's totals. FX thread only.
public final class PositionsViewModel {
    private final Terminal terminal;
    private final TimeSource time;
    private final ObservableList<PositionLine> lines = FXCollections.observableArrayList();
    private final Map<Integer, PositionLine> byRow = new HashMap<>();
    final CellValue totalOpen = new CellValue();
    final CellValue totalBooked = new CellValue();
    final CellValue total = new CellValue();
    private final ReadOnlyObjectWrapper<@Nullable PositionConversion> conversion = new ReadOnlyObjectWrapper<>();
    private BrokerId converting = OrderTicket.FIRST;
    private Registration registration = () -> {};

    public PositionsViewModel(Terminal terminal, TimeSource time) {
        this.terminal = terminal;
        this.time = time;
        sum();
    }

    public void attach(PulseDriver driver) {
        registration = driver.onPosition(this::changed);
    }

    public void detach() {
        registration.remove();
    }

    public ObservableList<PositionLine> lines() {
        return lines;
    }

    /// The day's result over all positions, before charges.
    public CellValue total() {
        return total;
    }

    /// Asks for a card that closes the whole position with a protected limit.
    ///
    /// @return false when it is closed already or there is no price to close at
    public boolean exit(PositionLine line) {
        PositionRow position = line.position();
        Side side = position.netQuantity() > 0 ? Side.SELL : Side.BUY;
        long reference = oppositePrice(position, side);
        if (line.closed() || reference <= 0) {
            return false;
        }
        terminal.send(new Command.Stage(new OrderTicket(
                position.mode(),
                position.instrument(),
                side,
                OrderType.LIMIT,
                position.product(),
                Validity.DAY,
                Math.abs(position.netQuantity()),
                ProtectedLimit.price(position.instrument(), side, reference),
                0,
                OrderTicket.MANUAL,
                0,
                true,
                position.broker())));
        return true;
    }

    /// The conversion the user is asked to confirm, null when there is none.
    public ReadOnlyObjectProperty<@Nullable PositionConversion> conversion() {
        return conversion.getReadOnlyProperty();
    }

    /// Asks the user whether the position shall be carried as the other product. It changes the account at the
    /// broker, so nothing is sent before {@link #convert()}.
    ///
    /// Brokers convert what was traded today and what was brought over from an earlier day separately; of a mixed
    /// position today's part comes first.
    ///
    /// @return false when it is closed, or when only the paper engine knows it
    public boolean askConversion(PositionLine line) {
        PositionRow position = line.position();
        if (line.closed() || position.mode() == TradingMode.PAPER) {
            return false;
        }
        long net = position.netQuantity();
        long carried = carried(position);
        boolean whole = carried == net;
        converting = position.broker();
        conversion.set(new PositionConversion(
                position.mode(),
                position.instrument().key(),
                position.instrument().symbol(),
                position.product(),
                otherProduct(position),
                net > 0 ? Side.BUY : Side.SELL,
                Math.abs(whole ? net : net - carried),
                whole));
        return true;
    }

    /// Signed units of the position that were brought over from an earlier day, as the broker's books say.
    private long carried(PositionRow position) {
        AccountData account = BrokerStanding.find(terminal.brokers(), position.broker())
                .map(BrokerStanding::account)
                .orElseGet(terminal::account);
        List<BookedPosition> booked =
                Objects.requireNonNullElse(account.positions().value(), List.<BookedPosition>of());
        long carried = booked.stream()
                .filter(row -> row.key().equals(position.instrument().key()) && row.product() == position.product())
                .mapToLong(BookedPosition::carriedQuantity)
                .sum();
        boolean sameSide = Long.signum(carried) == Long.signum(position.netQuantity());
        long most = Math.min(Math.abs(carried), Math.abs(position.netQuantity()));
        return sameSide ? Long.signum(carried) * most : 0;
    }

    /// Intraday becomes what is carried overnight in that segment, everything else becomes intraday.
    private static Product otherProduct(PositionRow position) {
        return switch (position.product()) {
            case INTRADAY -> position.instrument().segment().derivative() ? Product.CARRY_FORWARD : Product.DELIVERY;
            case DELIVERY, CARRY_FORWARD -> Product.INTRADAY;
        };
    }

    /// Sends the conversion the user was asked about, once.
    public void convert() {
        PositionConversion wish = conversion.get();
        conversion.set(null);
        if (wish != null) {
            terminal.send(new Command.Convert(wish, converting));
        }
    }

    /// The user thought better of it.
    public void keepProduct() {
        conversion.set(null);
    }

    private long oppositePrice(PositionRow position, Side side) {
        QuoteRow quote = terminal.quotes().get(position.instrumentIndex());
        if (quote == null) {
            return position.lastPrice();
        }
        long opposite = side == Side.BUY ? quote.ask() : quote.bid();
        return opposite > 0 ? opposite : quote.lastPrice();
    }

    private void changed(PositionRow position) {
        PositionLine line = byRow.get(position.row());
        String broker = BrokerStanding.name(terminal.brokers(), position.broker());
        if (line == null) {
            line = new PositionLine(position, broker, time.nanos());
            byRow.put(position.row(), line);
            lines.add(line);
        } else {
            line.apply(position, broker, time.nanos());
        }
        sum();
    }

    private void sum() {
        long open = lines.stream()
                .mapToLong(line -> line.position().unrealisedPaise())
                .sum();
        long booked = lines.stream()
                .mapToLong(line -> line.position().realisedPaise())
                .sum();
        PositionLine.result(totalOpen, open);
        PositionLine.result(totalBooked, booked);
        PositionLine.result(total, open + booked);
    }
}
