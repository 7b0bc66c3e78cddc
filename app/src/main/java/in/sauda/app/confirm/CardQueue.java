package in.sauda.app.confirm;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.orders.OrderWords;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.Command;
import in.sauda.core.view.ConfirmationCard;
import in.sauda.core.view.OrderView;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import in.sauda.core.view.UiEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// Cards waiting for an answer, oldest first; one is shown at a time. FX thread only.
///
/// A card is answered at most once, whatever the keyboard repeats: the answer is remembered by its id before it
/// is sent.
public final class CardQueue {
    /// A card may not be confirmed by a key that was on its way before the card was seen.
    static final long ARM_NANOS = 400_000_000L;
    /// How long the outcome stays when no other card waits.
    static final long OUTCOME_NANOS = 6_000_000_000L;

    private static final long FACTS_INTERVAL_NANOS = 150_000_000L;

    /// What is shown.
    public enum State {
        EMPTY,
        /// Seen, but not yet open to Enter.
        ARMING,
        ARMED,
        /// Answered; the order's way to the exchange is shown.
        ANSWERED
    }

    private final Terminal terminal;
    private final TimeSource time;
    private final Deque<ConfirmationCard> waiting = new ArrayDeque<>();
    private final Set<ClientOrderId> answered = new HashSet<>();
    private final ReadOnlyObjectWrapper<@Nullable ConfirmationCard> card = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
    private final ReadOnlyObjectWrapper<String> outcome = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<CardFacts> facts = new ReadOnlyObjectWrapper<>(CardFacts.NONE);
    private final ReadOnlyIntegerWrapper behind = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper asking = new ReadOnlyIntegerWrapper();
    private final ReadOnlyDoubleWrapper timeLeft = new ReadOnlyDoubleWrapper();
    private final BooleanProperty consented = new SimpleBooleanProperty();
    private Registration registration = () -> {};
    private long shownNanos;
    private long answeredNanos;
    private long factsNanos;

    public CardQueue(Terminal terminal, TimeSource time) {
        this.terminal = terminal;
        this.time = time;
        asking.bind(Bindings.createIntegerBinding(() -> behind.get() + (asks(state.get()) ? 1 : 0), behind, state));
    }

    private static boolean asks(State state) {
        return state == State.ARMING || state == State.ARMED;
    }

    public void attach(PulseDriver driver) {
        registration = Registration.all(driver.onEvent(this::event), driver.onPulse(this::pulse));
    }

    public void detach() {
        registration.remove();
    }

    public ReadOnlyObjectProperty<@Nullable ConfirmationCard> card() {
        return card.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// The state line after the answer: sent, accepted, open, filled, or why not.
    public ReadOnlyObjectProperty<String> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /// Live facts of the shown card, renewed about seven times a second.
    public ReadOnlyObjectProperty<CardFacts> facts() {
        return facts.getReadOnlyProperty();
    }

    /// Cards waiting behind the shown one.
    public ReadOnlyIntegerProperty behind() {
        return behind.getReadOnlyProperty();
    }

    /// Cards that ask for an answer, the shown one included.
    public ReadOnlyIntegerProperty waiting() {
        return asking.getReadOnlyProperty();
    }

    /// Share of the card's life that is left, 1 to 0.
    public ReadOnlyDoubleProperty timeLeft() {
        return timeLeft.getReadOnlyProperty();
    }

    /// Whether the user states to know that the shown card's share is under surveillance; every card asks anew.
    public BooleanProperty consented() {
        return consented;
    }

    /// Confirms the shown card. Does nothing while it is arming, after it expired, when it was answered before, and
    /// without the consent it asks for.
    public void confirm() {
        ConfirmationCard shown = card.get();
        long now = time.nanos();
        if (shown == null || state.get() != State.ARMED || now - shown.expiresNanos() >= 0) {
            return;
        }
        if (shown.request().consent() && !consented.get()) {
            return;
        }
        if (answer(shown, now, "Sent · waiting for the broker")) {
            terminal.send(new Command.Confirm(shown.request().id()));
        }
    }

    /// Declines the shown card; once answered, takes its outcome off the screen.
    public void decline(String reason) {
        ConfirmationCard shown = card.get();
        if (shown == null) {
            return;
        }
        if (state.get() == State.ANSWERED) {
            next(time.nanos());
        } else if (answer(shown, time.nanos(), "Declined")) {
            terminal.send(new Command.Decline(shown.request().id(), reason));
            next(time.nanos());
        }
    }

    private boolean answer(ConfirmationCard shown, long now, String words) {
        if (!answered.add(shown.request().id())) {
            return false;
        }
        answeredNanos = now;
        outcome.set(words);
        state.set(State.ANSWERED);
        return true;
    }

    private void event(UiEvent event) {
        switch (event) {
            case UiEvent.ConfirmationRequested requested -> request(requested.card());
            case UiEvent.ConfirmationClosed closed -> close(closed);
            case UiEvent.OrderChanged changed -> order(changed.order());
            case UiEvent.SignalRaised _,
                    UiEvent.TradeChanged _,
                    UiEvent.FeedChanged _,
                    UiEvent.Notice _,
                    UiEvent.AlertFired _ -> {}
        }
    }

    private void request(ConfirmationCard requested) {
        waiting.addLast(requested);
        if (state.get() == State.EMPTY || state.get() == State.ANSWERED) {
            next(time.nanos());
        }
        behind.set(waiting.size());
    }

    private void close(UiEvent.ConfirmationClosed closed) {
        waiting.removeIf(queued -> queued.request().id().equals(closed.id()));
        behind.set(waiting.size());
        ConfirmationCard shown = card.get();
        if (shown != null && shown.request().id().equals(closed.id()) && state.get() != State.ANSWERED) {
            answered.add(closed.id());
            answeredNanos = time.nanos();
            outcome.set(closed.outcome());
            state.set(State.ANSWERED);
        }
    }

    private void order(OrderView order) {
        ConfirmationCard shown = card.get();
        if (shown != null
                && state.get() == State.ANSWERED
                && order.request().id().equals(shown.request().id())) {
            outcome.set(OrderWords.progress(order));
            answeredNanos = time.nanos();
        }
    }

    private void next(long now) {
        ConfirmationCard following = waiting.pollFirst();
        behind.set(waiting.size());
        outcome.set("");
        consented.set(false);
        shownNanos = now;
        factsNanos = 0;
        card.set(following);
        state.set(following == null ? State.EMPTY : State.ARMING);
        pulse(now);
    }

    private void pulse(long now) {
        ConfirmationCard shown = card.get();
        if (shown == null) {
            return;
        }
        switch (state.get()) {
            case EMPTY -> {}
            case ARMING -> arm(shown, now);
            case ARMED -> expire(shown, now);
            case ANSWERED -> leave(now);
        }
    }

    private void arm(ConfirmationCard shown, long now) {
        expire(shown, now);
        if (state.get() == State.ARMING && now - shownNanos >= ARM_NANOS) {
            state.set(State.ARMED);
        }
    }

    private void expire(ConfirmationCard shown, long now) {
        long life = Math.max(1, shown.expiresNanos() - shown.raisedNanos());
        timeLeft.set(Math.clamp((double) (shown.expiresNanos() - now) / life, 0, 1));
        if (now - shown.expiresNanos() >= 0) {
            if (answer(shown, now, "Expired without an answer; nothing was sent")) {
                timeLeft.set(0);
            }
            return;
        }
        renewFacts(shown, now);
    }

    private void renewFacts(ConfirmationCard shown, long now) {
        if (factsNanos == 0 || now - factsNanos >= FACTS_INTERVAL_NANOS) {
            factsNanos = now;
            QuoteRow quote = terminal.quotes().get(shown.request().instrumentIndex());
            facts.set(CardFacts.of(shown, quote, terminal.status().marketMillis(), now));
        }
    }

    private void leave(long now) {
        if (!waiting.isEmpty() || now - answeredNanos >= OUTCOME_NANOS) {
            next(now);
        }
    }
}
