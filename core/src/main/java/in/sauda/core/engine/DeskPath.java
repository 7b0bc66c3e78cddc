package in.sauda.core.engine;

import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.view.Command;
import in.sauda.core.view.UiEvent;

/// What the user asks for all orders or positions at once: by the broker's own call where it has one, else order by
/// order. Engine thread only.
final class DeskPath {
    private final EngineCore core;
    private final Runnable done;

    /// @param done told from the background when a broker has answered
    DeskPath(EngineCore core, Runnable done) {
        this.core = core;
        this.done = done;
    }

    private boolean onPaper() {
        return core.settings.mode() == TradingMode.PAPER;
    }

    void cancelAll(BrokerId broker) {
        AccountLink account = core.accounts.of(broker);
        if (account != null && !onPaper() && account.desk().cancelAll(core.settings.mode(), done)) {
            return;
        }
        int count = core.execution.cancelAll(each -> account == null ? each.equals(broker) : account.carries(each));
        tell(
                UiEvent.Level.INFO,
                count == 0
                        ? "No order is working."
                        : "Asked to cancel " + count + (count == 1 ? " order." : " orders."));
    }

    void exitAll(BrokerId broker) {
        AccountLink account = core.accounts.of(broker);
        if (account == null || onPaper() || !account.desk().exitAll(core.settings.mode(), done)) {
            tell(UiEvent.Level.WARNING, "This broker closes no positions by itself; exit them one by one.");
        }
    }

    private void tell(UiEvent.Level level, String sentence) {
        core.events.add(new UiEvent.Notice(level, "DESK-3", sentence, ""));
    }

    void look(BrokerId broker) {
        AccountLink account = core.accounts.of(broker);
        if (account != null) {
            account.desk().look();
        }
    }

    void turn(Command.TurnSwitch wish) {
        AccountLink account = core.accounts.of(wish.broker());
        if (account != null) {
            account.desk().turn(core.settings.mode(), wish.segment(), wish.stopped());
        }
    }
}
