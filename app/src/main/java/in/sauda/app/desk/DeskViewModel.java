package in.sauda.app.desk;

import in.sauda.app.orders.OrdersViewModel;
import in.sauda.app.positions.PositionLine;
import in.sauda.app.positions.PositionsViewModel;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.view.BrokerStanding;
import in.sauda.core.view.Command;
import in.sauda.core.view.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Asks before anything is done to all orders or positions, and says in words what will happen. FX thread only.
public final class DeskViewModel {
    /// @param words what will happen when the user says yes
    /// @param act what the button says that does it
    public record Question(String words, String act, Runnable yes) {}

    private final Terminal terminal;
    private final TradingMode mode;
    private final OrdersViewModel orders;
    private final PositionsViewModel positions;
    private final ReadOnlyObjectWrapper<@Nullable Question> question = new ReadOnlyObjectWrapper<>();

    public DeskViewModel(Terminal terminal, TradingMode mode, OrdersViewModel orders, PositionsViewModel positions) {
        this.terminal = terminal;
        this.mode = mode;
        this.orders = orders;
        this.positions = positions;
    }

    /// What the user is asked, null when nothing.
    public ReadOnlyObjectProperty<@Nullable Question> question() {
        return question.getReadOnlyProperty();
    }

    /// Does what was asked about, once.
    public void yes() {
        Question asked = question.get();
        question.set(null);
        if (asked != null) {
            asked.yes().run();
        }
    }

    public void no() {
        question.set(null);
    }

    /// Asks about the working orders at every broker.
    ///
    /// @return false when none is working
    public boolean askCancelAll() {
        return askCancel(terminal.brokers());
    }

    /// Asks about the working orders at one broker.
    ///
    /// @return false when none is working
    public boolean askCancelAll(BrokerStanding broker) {
        return askCancel(List.of(broker));
    }

    private boolean askCancel(List<BrokerStanding> brokers) {
        List<BrokerStanding> busy =
                brokers.stream().filter(broker -> working(broker.id()) > 0).toList();
        if (busy.isEmpty()) {
            return false;
        }
        String where = busy.stream()
                .map(broker -> working(broker.id()) + " at " + broker.name())
                .collect(Collectors.joining(", "));
        question.set(new Question(
                "Cancel every working order (" + mode + "), those placed elsewhere included: " + where + "?",
                "Cancel all orders",
                () -> busy.forEach(broker -> terminal.send(new Command.CancelAll(broker.id())))));
        return true;
    }

    private long working(BrokerId broker) {
        return orders.rows().stream()
                .filter(row -> OrdersViewModel.cancellable(row)
                        && row.order().request().broker().equals(broker))
                .count();
    }

    /// Asks about the open positions at every broker.
    ///
    /// @return false when none is open
    public boolean askExitAll() {
        return askExit(terminal.brokers());
    }

    /// Asks about the open positions at one broker.
    ///
    /// @return false when none is open
    public boolean askExitAll(BrokerStanding broker) {
        return askExit(List.of(broker));
    }

    private boolean askExit(List<BrokerStanding> brokers) {
        List<BrokerStanding> holding =
                brokers.stream().filter(broker -> !open(broker).isEmpty()).toList();
        if (holding.isEmpty()) {
            return false;
        }
        List<String> sentences = new ArrayList<>();
        for (BrokerStanding broker : holding) {
            int count = open(broker).size();
            String what = count == 1 ? "1 position" : count + " positions";
            sentences.add(
                    byItself(broker)
                            ? broker.name() + " closes " + what
                                    + " with market orders of its own, those opened elsewhere included"
                            : "a card follows for each of " + what + " at " + broker.name()
                                    + ", to be confirmed one by one");
        }
        question.set(new Question(
                "Leave every position (" + mode + "): " + String.join("; ", sentences) + "?",
                "Exit all positions",
                () -> holding.forEach(this::exit)));
        return true;
    }

    private boolean byItself(BrokerStanding broker) {
        return broker.desk() && mode != TradingMode.PAPER;
    }

    private List<PositionLine> open(BrokerStanding broker) {
        return positions.lines().stream()
                .filter(line -> !line.closed() && line.position().broker().equals(broker.id()))
                .toList();
    }

    private void exit(BrokerStanding broker) {
        if (byItself(broker)) {
            terminal.send(new Command.ExitAll(broker.id()));
        } else {
            open(broker).forEach(positions::exit);
        }
    }

    /// Asks whether trading in a segment shall stop at a broker, or go on.
    public void askTurn(BrokerStanding broker, Segment segment, boolean stop) {
        question.set(new Question(
                stop
                        ? "Stop all trading in " + segment + " at " + broker.name() + " (" + mode
                                + ")? It takes no order there any more, and can be asked to trade again after"
                                + " twelve hours."
                        : "Let " + broker.name() + " trade in " + segment + " again (" + mode + ")?",
                stop ? "Stop " + segment : "Trade " + segment,
                () -> terminal.send(new Command.TurnSwitch(broker.id(), segment, stop))));
    }

    /// Reads the switches against trading where there are any.
    public void look() {
        terminal.brokers().stream()
                .filter(BrokerStanding::desk)
                .forEach(broker -> terminal.send(new Command.LookAtSwitches(broker.id())));
    }

    /// The brokers as they stand now.
    public List<BrokerStanding> brokers() {
        return terminal.brokers();
    }
}
