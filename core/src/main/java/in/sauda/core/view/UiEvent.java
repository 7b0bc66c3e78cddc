package in.sauda.core.view;

import in.sauda.core.alerts.AlertFiring;
import in.sauda.core.feed.FeedState;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.TradeState;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.Lane;

/// Something the user interface must not miss. Lossless and in order, unlike rows.
public sealed interface UiEvent {
    /// @param lane what the signal leads to
    record SignalRaised(Signal signal, Lane lane) implements UiEvent {}

    record ConfirmationRequested(ConfirmationCard card) implements UiEvent {}

    /// The card was answered, expired or withdrawn.
    record ConfirmationClosed(ClientOrderId id, String outcome) implements UiEvent {}

    record OrderChanged(OrderView order) implements UiEvent {}

    record TradeChanged(String tradeId, int instrumentIndex, String strategy, TradeState state, String reason)
            implements UiEvent {}

    record FeedChanged(FeedState state) implements UiEvent {}

    /// One of the user's alerts.
    record AlertFired(AlertFiring firing) implements UiEvent {}

    /// @param code stable code for support, e.g. {@code AB1050}
    /// @param sentence one plain sentence
    /// @param nextStep what to do, may be empty
    record Notice(Level level, String code, String sentence, String nextStep) implements UiEvent {}

    enum Level {
        INFO,
        WARNING,
        ERROR
    }
}
