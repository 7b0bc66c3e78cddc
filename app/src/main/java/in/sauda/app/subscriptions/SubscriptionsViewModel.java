package in.sauda.app.subscriptions;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.instruments.InstrumentActions;
import in.sauda.app.instruments.TextFilter;
import in.sauda.app.watchlist.SymbolLists;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedSource;
import in.sauda.core.feed.Interest;
import in.sauda.core.feed.SubscriptionReport;
import in.sauda.core.feed.SubscriptionRow;
import in.sauda.core.feed.SubscriptionState;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.view.Command;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The audit of the feed: what is asked for, what ticks, what does not. FX thread only.
public final class SubscriptionsViewModel {
    private final Terminal terminal;
    private final InstrumentDirectory directory;
    private final ObservableList<SubscriptionLine> lines = FXCollections.observableArrayList();
    private final Map<Integer, SubscriptionLine> byIndex = new HashMap<>();
    private final ReadOnlyObjectWrapper<SubscriptionReport> report =
            new ReadOnlyObjectWrapper<>(SubscriptionReport.EMPTY);
    private final ReadOnlyIntegerWrapper knownPrices = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<FeedSource> source = new ReadOnlyObjectWrapper<>(FeedSource.STREAM);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private Set<InstrumentCategory> kinds = Set.of();
    private Set<SubscriptionState> states = Set.of();
    private TextFilter text = TextFilter.ALL;
    private Registration registration = () -> {};

    public SubscriptionsViewModel(Terminal terminal, InstrumentDirectory directory) {
        this.terminal = terminal;
        this.directory = directory;
    }

    public void attach(PulseDriver driver) {
        registration.remove();
        registration = driver.onStatus(status -> show(terminal.subscriptions()));
        show(terminal.subscriptions());
    }

    public void detach() {
        registration.remove();
        registration = () -> {};
    }

    /// Tracked symbols that pass the filters.
    public ObservableList<SubscriptionLine> lines() {
        return lines;
    }

    ReadOnlyObjectProperty<SubscriptionReport> report() {
        return report.getReadOnlyProperty();
    }

    /// Tracked instruments of which a price is known.
    public ReadOnlyIntegerProperty knownPrices() {
        return knownPrices.getReadOnlyProperty();
    }

    /// Where prices are wanted from, as the engine has it.
    public ReadOnlyObjectProperty<FeedSource> source() {
        return source.getReadOnlyProperty();
    }

    /// Streams, polls, or disconnects the feed.
    public void use(FeedSource wanted) {
        terminal.send(new Command.UseFeed(wanted));
        message.set(
                switch (wanted) {
                    case STREAM -> "Connecting the stream.";
                    case POLL -> "Prices are asked for every few seconds; the stream rests.";
                    case OFF ->
                        "The feed is disconnected. Nothing is lost: subscriptions stay, minutes are filled later.";
                });
    }

    /// Says something to the user.
    public void say(String words) {
        message.set(words);
    }

    /// Why there is no row.
    public String emptyWords() {
        if (report.get().atNanos() == 0 && terminal.account().loggedIn()) {
            return "Asking the engine …";
        }
        return !terminal.account().loggedIn()
                ? "Nobody is logged in, so nothing is subscribed. Log in, or play a demo day."
                : report.get().rows().isEmpty()
                        ? "Nothing is subscribed. Add an instrument to the watchlist, or type a symbol above."
                        : "No subscription passes these filters.";
    }

    /// What came of the last wish to subscribe or unsubscribe.
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// Shows only these kinds; none means all.
    void showKinds(Set<InstrumentCategory> wanted) {
        kinds = Set.copyOf(wanted);
        filter();
    }

    /// Shows only these states; none means all.
    void showStates(Set<SubscriptionState> wanted) {
        states = Set.copyOf(wanted);
        filter();
    }

    /// Shows only symbols, names and tokens with this text.
    void search(String wanted) {
        text = new TextFilter(wanted);
        filter();
    }

    /// Subscribes one or several symbols, separated by commas. Unknown ones are refused with the reason.
    ///
    /// @return true when all of them were known
    public boolean subscribe(String symbols) {
        List<Instrument> found = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (String symbol : symbols.split(",", -1)) {
            String wanted = symbol.strip();
            if (!wanted.isEmpty()) {
                SymbolLists.find(directory, wanted).ifPresentOrElse(found::add, () -> refused.add(refusal(wanted)));
            }
        }
        if (!found.isEmpty()) {
            terminal.send(new Command.Watch(InstrumentActions.SUBSCRIBER, found, FeedMode.QUOTE, Interest.OTHER));
        }
        String asked = found.isEmpty()
                ? ""
                : "Asked for "
                        + String.join(
                                ", ",
                                found.stream()
                                        .map(SubscriptionsViewModel::named)
                                        .toList()) + ". ";
        message.set(asked + String.join(" ", refused));
        return refused.isEmpty() && !found.isEmpty();
    }

    private static String named(Instrument instrument) {
        return instrument.symbol() + " (" + instrument.key() + ")";
    }

    private String refusal(String wanted) {
        return directory.search(SearchQuery.of(wanted)).stream()
                .findFirst()
                .map(near -> "No instrument is called “" + wanted + "”; did you mean " + near.symbol() + "?")
                .orElse("No instrument is called “" + wanted + "” in today's master.");
    }

    /// Gives up what the user subscribed here; what something else wants stays, and the message says so.
    public void unsubscribe(SubscriptionLine line) {
        Instrument instrument = line.row().instrument();
        terminal.send(new Command.Unwatch(InstrumentActions.SUBSCRIBER, List.of(instrument)));
        message.set(
                line.row().interest() == Interest.OTHER
                        ? "Gave up " + named(instrument) + "."
                        : instrument.symbol() + " stays subscribed as long as "
                                + line.reason.get().text().toLowerCase(Locale.ROOT)
                                + " needs it; take it off there.");
    }

    private void show(SubscriptionReport next) {
        if (next.atNanos() == report.get().atNanos() && next.rows().size() == byIndex.size()) {
            return;
        }
        int known = 0;
        Map<Integer, SubscriptionLine> present = new HashMap<>();
        for (SubscriptionRow row : next.rows()) {
            SubscriptionLine line = byIndex.getOrDefault(row.index(), new SubscriptionLine(row));
            QuoteRow quote = terminal.quotes().get(row.index());
            long price = quote == null ? 0 : Math.max(0, quote.lastPrice());
            known += price > 0 ? 1 : 0;
            line.show(row, next.atNanos(), price);
            present.put(row.index(), line);
        }
        byIndex.clear();
        byIndex.putAll(present);
        knownPrices.set(known);
        source.set(next.source());
        report.set(next);
        filter();
    }

    private void filter() {
        List<SubscriptionLine> passing = report.get().rows().stream()
                .filter(row ->
                        kinds.isEmpty() || kinds.contains(row.instrument().category()))
                .filter(row -> states.isEmpty() || states.contains(row.state()))
                .filter(row -> text.passes(row.instrument()))
                .flatMap(row -> Optional.ofNullable(byIndex.get(row.index())).stream())
                .toList();
        if (!passing.equals(lines)) {
            lines.setAll(passing);
        }
    }
}
