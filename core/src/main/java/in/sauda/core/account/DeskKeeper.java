package in.sauda.core.account;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.OrderDesk;
import in.sauda.core.broker.OrderDesk.KillSwitch;
import in.sauda.core.broker.OrderDesk.Outcome;
import in.sauda.core.broker.OrderDesk.Scope;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.UiEvent;
import in.sauda.core.view.UiEvent.Level;
import in.sauda.core.view.UiEvent.Notice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one broker does for many orders at once, asked for by the user and never repeated: cancel everything, leave
/// everything, stop a segment. The engine thread asks; the broker is asked in the background; the outcome is a notice.
public final class DeskKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(DeskKeeper.class);

    private final TimeSource time;
    private final Consumer<UiEvent> events;
    private final Executor background;
    private final AtomicReference<Reading<List<KillSwitch>>> switches = new AtomicReference<>(Reading.none());
    private @Nullable OrderDesk desk;
    private String broker = "";

    /// @param events told the outcomes, from the background
    /// @param background may block
    public DeskKeeper(TimeSource time, Consumer<UiEvent> events, Executor background) {
        this.time = time;
        this.events = events;
        this.background = background;
    }

    /// @param name of the broker, for people
    public void attach(String name, Optional<OrderDesk> attached) {
        broker = name;
        desk = attached.orElse(null);
        switches.set(Reading.none());
    }

    public void detach() {
        desk = null;
        switches.set(Reading.none());
    }

    /// The broker's switches as they were read last; never read before {@link #look}. Any thread.
    public Reading<List<KillSwitch>> switches() {
        return switches.get();
    }

    /// Reads the switches.
    public void look() {
        OrderDesk asked = desk;
        if (asked != null && !switches.get().loading()) {
            switches.updateAndGet(Reading::started);
            background.execute(() -> take(asked::killSwitches));
        }
    }

    @FunctionalInterface
    private interface Question {
        List<KillSwitch> ask() throws BrokerException;
    }

    private void take(Question question) {
        try {
            List<KillSwitch> read = question.ask();
            switches.updateAndGet(before -> before.read(read, time.nanos()));
        } catch (BrokerException refused) {
            LOG.warn("The kill switches could not be read: {}", refused.getMessage());
            switches.updateAndGet(before -> before.failed(refused.failure()));
        } catch (RuntimeException failure) {
            LOG.error("The kill switches could not be read", failure);
            switches.updateAndGet(before -> before.failed(AccountKeeper.unexpected()));
        }
    }

    /// Cancels every working order at the broker, those placed elsewhere included.
    ///
    /// @param done told on a background thread when the broker has answered, however it did
    /// @return false where the broker has no such call
    public boolean cancelAll(TradingMode mode, Runnable done) {
        OrderDesk asked = desk;
        if (asked != null) {
            inBackground("cancelled", "order", () -> asked.cancelAll(mode, Scope.ALL), done);
        }
        return asked != null;
    }

    /// Closes every position at the broker with orders of the broker's own making.
    ///
    /// @param done told on a background thread when the broker has answered, however it did
    /// @return false where the broker has no such call
    public boolean exitAll(TradingMode mode, Runnable done) {
        OrderDesk asked = desk;
        if (asked != null) {
            inBackground("made", "exit order", () -> asked.exitAll(mode, Scope.ALL), done);
        }
        return asked != null;
    }

    @FunctionalInterface
    private interface Action {
        Outcome act() throws BrokerException;
    }

    private void inBackground(String verb, String what, Action action, Runnable done) {
        String name = broker;
        background.execute(() -> {
            try {
                events.accept(told(name, verb, what, action.act()));
            } catch (BrokerException refused) {
                events.accept(failed(name, refused.failure()));
            } catch (RuntimeException failure) {
                LOG.error("A request about all orders failed", failure);
                events.accept(failed(name, AccountKeeper.unexpected()));
            } finally {
                done.run();
            }
        });
    }

    private static Notice told(String name, String verb, String what, Outcome outcome) {
        int count = outcome.orderIds().size();
        String sentence = name + " " + verb + " " + count + " " + what + (count == 1 ? "" : "s");
        if (outcome.refusals().isEmpty()) {
            return new Notice(Level.INFO, "DESK-0", sentence + ".", "");
        }
        String reason = outcome.refusals().getFirst().reason();
        return new Notice(
                Level.WARNING,
                "DESK-1",
                sentence + "; " + outcome.refusals().size() + " could not be done: " + reason + ".",
                "Look at the orders and positions.");
    }

    private static Notice failed(String name, BrokerFailure why) {
        return new Notice(
                Level.WARNING,
                why.code(),
                name + " did not do it: " + why.sentence(),
                why.nextStep().isEmpty() ? "Look at the orders and positions." : why.nextStep());
    }

    /// Stops trading in a segment at the broker, or lets it trade again.
    public void turn(TradingMode mode, Segment segment, boolean stopped) {
        OrderDesk asked = desk;
        if (asked == null) {
            return;
        }
        String name = broker;
        switches.updateAndGet(Reading::started);
        background.execute(() -> {
            take(() -> asked.turn(mode, Map.of(segment, stopped)));
            BrokerFailure why = switches.get().failure();
            events.accept(
                    why != null
                            ? failed(name, why)
                            : new Notice(
                                    Level.INFO,
                                    "DESK-2",
                                    name + (stopped ? " has stopped trading in " : " trades again in ") + segment + ".",
                                    ""));
        });
    }
}
