package in.sauda.core.view;

import in.sauda.core.alerts.AlertRule;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.PositionConversion;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedSource;
import in.sauda.core.feed.Interest;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderTicket;
import in.sauda.core.strategy.StrategySetup;
import java.time.LocalDate;
import java.util.List;

/// What a user interface, the command line or a strategy asks of the engine. Lossless; drained before market data.
public sealed interface Command {
    /// Wants market data for an owner (a watchlist, a chart, the ticket); the richest mode any owner wants is
    /// subscribed.
    ///
    /// @param interest why it is wanted: decides who goes first when the broker streams less than is wanted
    record Watch(String owner, List<Instrument> instruments, FeedMode mode, Interest interest) implements Command {
        public Watch(String owner, List<Instrument> instruments, FeedMode mode) {
            this(owner, instruments, mode, Interest.OTHER);
        }
    }

    /// Gives up an owner's wish for these instruments; the subscription ends with its last owner.
    record Unwatch(String owner, List<Instrument> instruments) implements Command {}

    /// Asks for a confirmation card. Nothing is sent yet.
    record Stage(OrderTicket ticket) implements Command {}

    /// Asks for a card that changes a working order.
    record StageModify(ClientOrderId id, long quantity, long price) implements Command {}

    /// The user confirmed the card by hand.
    record Confirm(ClientOrderId id) implements Command {}

    record Decline(ClientOrderId id, String reason) implements Command {}

    record Cancel(ClientOrderId id) implements Command {}

    /// Cancels every working order at a broker, those placed elsewhere included. The user has confirmed it.
    record CancelAll(BrokerId broker) implements Command {}

    /// Lets a broker close every position by orders of its own; only where it can. The user has confirmed it.
    record ExitAll(BrokerId broker) implements Command {}

    /// Reads a broker's switches against trading.
    record LookAtSwitches(BrokerId broker) implements Command {}

    /// Stops trading in a segment at a broker, or lets it go on. The user has confirmed it.
    record TurnSwitch(BrokerId broker, Segment segment, boolean stopped) implements Command {}

    /// Chooses where live prices come from.
    record UseFeed(FeedSource source) implements Command {}

    /// Re-reads funds, holdings, positions and trades for the screen.
    record RefreshAccount() implements Command {}

    /// Asks a broker to carry a position as another product. The user has confirmed it; the outcome is a notice.
    record Convert(PositionConversion conversion, BrokerId broker) implements Command {}

    /// Runs an instance of a strategy like that from now on: starts it, stops it, or gives it another profile or lane.
    record SetStrategy(StrategySetup setup) implements Command {}

    /// Takes an instance of a strategy off the list.
    record RemoveStrategy(String id) implements Command {}

    /// Lets strategies judge these instruments and no others, and streams them; none means every watched share again.
    ///
    /// @param name of the list they come from, for the log
    record SetUniverse(String name, List<Instrument> instruments) implements Command {
        public SetUniverse {
            instruments = List.copyOf(instruments);
        }
    }

    /// Watches an alert from now on: a new one, whose id is 0, or the changed one of that id.
    record SetAlert(AlertRule rule) implements Command {}

    /// Lets an alert that was to fire once, and did, fire once more.
    record RearmAlert(long id) implements Command {}

    record RemoveAlert(long id) implements Command {}

    /// Reads a day's minutes again from the broker's history, compares them with ours and takes over what is missing
    /// or, once the session is over, different.
    ///
    /// @param instruments none for all that make minutes
    record Reread(LocalDate date, List<Instrument> instruments) implements Command {
        public Reread {
            instruments = List.copyOf(instruments);
        }
    }

    /// Re-reads orders and positions from the broker.
    record Reconcile() implements Command {}
}
