package in.sauda.app.account;

import in.sauda.core.account.AccountData;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.orders.OrderTicket;
import in.sauda.core.view.BrokerStanding;
import in.sauda.core.view.Terminal;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// Whose books a tab shows: the first broker's until the user chooses another. FX thread only.
final class AccountChoice {
    /// A broker that can be chosen.
    record Option(BrokerId id, String name) {}

    private final Terminal terminal;
    private final ReadOnlyObjectWrapper<List<Option>> options = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<BrokerId> chosen = new SimpleObjectProperty<>(OrderTicket.FIRST);

    AccountChoice(Terminal terminal) {
        this.terminal = terminal;
    }

    /// The brokers that are logged in, the first one first.
    ReadOnlyObjectProperty<List<Option>> options() {
        return options.getReadOnlyProperty();
    }

    ObjectProperty<BrokerId> chosen() {
        return chosen;
    }

    /// True when that broker's books are shown.
    boolean shows(Option option) {
        return BrokerStanding.find(terminal.brokers(), chosen.get())
                .map(BrokerStanding::id)
                .orElse(chosen.get())
                .equals(option.id());
    }

    /// The account as it is now.
    AccountData account() {
        List<BrokerStanding> brokers = terminal.brokers();
        List<Option> now = brokers.stream()
                .map(broker -> new Option(broker.id(), broker.name()))
                .toList();
        if (!now.equals(options.get())) {
            options.set(now);
        }
        return BrokerStanding.find(brokers, chosen.get())
                .map(BrokerStanding::account)
                .orElseGet(terminal::account);
    }
}
