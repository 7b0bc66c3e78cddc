package in.sauda.app.shell;

import in.sauda.app.account.FundsView;
import in.sauda.app.account.HoldingRow;
import in.sauda.app.account.HoldingsView;
import in.sauda.app.depth.DepthView;
import in.sauda.app.desk.DeskBar;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.UiThread;
import in.sauda.app.instruments.InstrumentActions;
import in.sauda.app.instruments.InstrumentAlerts;
import in.sauda.app.login.Doors;
import in.sauda.app.login.WelcomeView;
import in.sauda.app.orders.OrdersView;
import in.sauda.app.orderticket.OrderTicketView;
import in.sauda.app.positions.PositionsView;
import in.sauda.app.preferences.PreferencesPage;
import in.sauda.app.search.SearchView;
import in.sauda.app.search.SearchViewModel;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.settings.TableMemory;
import in.sauda.app.signals.SignalRow;
import in.sauda.app.signals.SignalsView;
import in.sauda.app.status.Banner;
import in.sauda.app.status.NoticesView;
import in.sauda.app.status.StatusBar;
import in.sauda.app.theme.Appearance;
import in.sauda.app.watchlist.WatchRow;
import in.sauda.app.watchlist.WatchlistView;
import in.sauda.core.domain.Side;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.signals.Signal;
import in.sauda.core.view.Command;
import in.sauda.core.view.Terminal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The terminal's window: what the composition root makes, attaches to a scene and detaches again. FX thread only.
///
/// It is longer than most classes because it is the one place where every view meets the others.
public final class TerminalWindow {
    private final SettingsStore settings;
    private final ShellContext context;
    private final Appearance appearance;
    private final PulseDriver driver;
    private final WindowModels models;
    private final ExecutorService searcher = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("search").daemon().unstarted(task));
    private final StackPane root = new StackPane();
    private final CheatSheet help = new CheatSheet();
    private final ChartRegion chart;
    private final IndexStrip indices;
    private final WatchlistView watchlist;
    private final OrderTicketView ticket;
    private final CardDock dock;
    private final SearchViewModel searching;
    private final SearchView search;
    private final SignalsView signals;
    private final BottomTabs tabs;
    private final PaneLayout layout;
    private final Pages pages;
    private final WindowPages windowPages;
    private final InstrumentAlerts alerts;
    private @Nullable WelcomeView welcome;
    private Subscription subscriptions = Subscription.EMPTY;

    public TerminalWindow(
            Terminal terminal, InstrumentDirectory directory, SettingsStore settings, ShellContext context) {
        this.settings = settings;
        this.context = context;
        appearance = Appearance.of(settings.get());
        driver = new PulseDriver(terminal, context.time());
        models = new WindowModels(terminal, directory, settings, context);
        chart = new ChartRegion(terminal, settings, models.linked, appearance, context.clock(), context.calendar());
        chart.onWhy(this::why);
        chart.onAlert(this::alertAt);
        indices = new IndexStrip(terminal, directory, models.linked::link);
        watchlist = new WatchlistView(
                models.watchlist, driver, models.linked::link, this::openTicket, this::alert, this::showChain);
        ticket = new OrderTicketView(models.ticket, watchlist::focus);
        dock = new CardDock(models.cards, ticket.root(), watchlist::focus);
        searching = new SearchViewModel(directory, searcher, new UiThread());
        search = new SearchView(
                searching, this::watchAndShow, instrument -> openTicket(instrument, Side.BUY), watchlist::focus);
        signals = new SignalsView(models.signals, driver, models.linked::link, this::act, this::why);
        tabs = bottomTabs();
        layout = new PaneLayout(
                settings, watchlist.root(), chart.root(), tabs.root(), new DepthView(models.depth).root(), dock.root());
        TableMemory tableMemory = new TableMemory(settings);
        tabs.contents().forEach(tableMemory::follow);
        pages = new Pages(layout.root(), tableMemory, this::showWaitingCard);
        windowPages = new WindowPages(
                terminal,
                context,
                driver,
                actions(terminal),
                settings,
                models,
                this::showBeside,
                chart::theme,
                searcher);
        windowPages.addTo(pages);
        alerts = new InstrumentAlerts(
                context.masters(), settings, models::own, models.notices::add, searcher, new UiThread());
        context.tools().forEach(pages::add);
        pages.add(new Pages.Page(
                "settings", "Settings", "How the terminal looks and what it keeps  ·  Ctrl+,", this::preferences));
        build();
    }

    /// What goes into the scene.
    public Region root() {
        return root;
    }

    public Appearance appearance() {
        return appearance;
    }

    /// Measures of this window's frames.
    public PulseDriver driver() {
        return driver;
    }

    /// Dresses the scene, takes its keys and begins to show what the core publishes.
    public void attach(Scene scene) {
        appearance.install(scene);
        keys().install(scene);
        subscriptions.unsubscribe();
        Executor ui = new UiThread();
        subscriptions = Subscription.combine(
                context.masters().onChange(() -> ui.execute(searching::directoryChanged))::run,
                layout.follow(root),
                models.depth.choice().subscribe(choice -> layout.deep(choice.deep(), root)),
                models.cards.waiting().subscribe(count -> pages.waiting(count.intValue())),
                appearance.theme().subscribe(theme -> settings.update(now -> now.withTheme(theme.id()))),
                appearance.palette().subscribe(palette -> settings.update(now -> now.withPalette(palette.id()))));
        models.attach(driver);
        indices.attach(driver);
        chart.attach(driver);
        tabs.show(settings.get().layout().tab());
        alerts.attach();
        windowPages.attach();
        driver.start();
        watchlist.focus();
    }

    /// Stops showing and frees the chart; the window cannot be attached again.
    public void detach() {
        driver.stop();
        pages.close();
        windowPages.detach();
        alerts.detach();
        subscriptions.unsubscribe();
        chart.detach();
        indices.detach();
        models.detach();
        searcher.shutdownNow();
    }

    /// Adds instruments to the watchlist unless the user has one already: the demo's first list.
    public void suggest(List<Instrument> instruments) {
        if (models.watchlist.rows().isEmpty()) {
            models.watchlist.addAll(instruments);
            watchlist.focus();
        }
    }

    /// Opens a view by its name, for snapshots and the command palette.
    ///
    /// @throws IllegalArgumentException when there is no such view; the message lists those there are
    public void show(String name) {
        if (pages.named(name).isPresent()) {
            closeWelcome();
            pages.open(name);
        } else {
            WindowView view = WindowView.of(name, pages);
            pages.close();
            view.open(this);
        }
    }

    void showWatchlist() {
        closeWelcome();
        pages.close();
        watchlist.focus();
    }

    /// The deep book of the watched instrument, where a broker has one.
    void showDepth() {
        showWatchlist();
        models.depth.deep(true);
    }

    private void showWaitingCard() {
        pages.close();
        dock.focus();
    }

    void showTab(String name) {
        pages.close();
        tabs.show(name);
    }

    private void showTab(int position) {
        pages.close();
        tabs.show(position);
    }

    void showHelp() {
        help.toggle();
    }

    void showSearch(String text) {
        search.type(text);
    }

    /// True once the search has something to choose from.
    boolean searchAnswered() {
        return searching.chosen() != null;
    }

    void showTicket() {
        WatchRow row = watchlist.selected();
        Instrument instrument = row == null ? models.linked.get() : row.instrument();
        if (instrument != null) {
            openTicket(instrument, Side.BUY);
        }
    }

    /// Stages whatever the ticket holds, as Enter in the ticket does.
    void showCard() {
        showTicket();
        models.ticket.stage();
    }

    void showWelcome() {
        Doors doors = context.doors();
        if (doors != null) {
            closeWelcome();
            welcome = new WelcomeView(doors, new UiThread());
            root.getChildren().add(welcome.root());
            welcome.focus();
        }
    }

    /// Logs in with the profile of that name; the doors are shown when there is none.
    public void showProfile(String name) {
        showWelcome();
        Doors doors = context.doors();
        if (doors != null && welcome != null) {
            doors.accounts().named(name).ifPresent(welcome::showProfile);
        }
    }

    void showLogin() {
        showWelcome();
        Doors doors = context.doors();
        if (doors != null && welcome != null && !doors.brokers().isEmpty()) {
            welcome.showLogin(doors.brokers().getFirst());
        }
    }

    private void showBeside() {
        Doors doors = context.beside();
        if (doors != null && !doors.brokers().isEmpty()) {
            closeWelcome();
            welcome = new WelcomeView(doors, new UiThread());
            root.getChildren().add(welcome.root());
            welcome.showLogin(doors.brokers().getFirst());
        }
    }

    private void closeWelcome() {
        if (welcome != null) {
            root.getChildren().remove(welcome.root());
            welcome = null;
        }
    }

    private void build() {
        TopBar top =
                new TopBar(search.box(), indices.root(), context, appearance, pages, this::showWelcome, help::toggle);
        Banner banner = new Banner(models.status, models.notices);
        BorderPane frame = new BorderPane(pages.root());
        frame.setTop(new VBox(top.root(), banner.root()));
        frame.setBottom(new StatusBar(models.status, context.mode(), context.source(), this::show).root());
        frame.getStyleClass().addAll("frame", "mode-" + context.mode().name().toLowerCase(Locale.ROOT));
        StackPane.setAlignment(search.results(), Pos.TOP_LEFT);
        StackPane.setMargin(search.results(), new Insets(42, 0, 0, 74));
        root.getStyleClass().add("terminal");
        root.getChildren().setAll(frame, search.results(), help.root());
    }

    private BottomTabs bottomTabs() {
        BottomTabs bottom = new BottomTabs(settings, models.positions.total());
        bottom.add(
                "Orders",
                new OrdersView(models.orders, driver, models.linked::link, cancelAll(), question()).root(),
                models.orders.working());
        bottom.add(
                "Positions",
                new PositionsView(models.positions, driver, models.linked::link, exitAll(), question()).root(),
                Bindings.size(models.positions.lines()));
        bottom.add(
                "Holdings",
                new HoldingsView(models.holdings, driver, models.linked::link, this::sell).root(),
                Bindings.size(models.holdings.rows()));
        bottom.add("Funds", new FundsView(models.funds).root());
        bottom.add("Signals", signals.root(), Bindings.size(models.signals.rows()));
        bottom.add("Log", new NoticesView(models.notices, driver).root(), Bindings.size(models.notices.rows()));
        return bottom;
    }

    private Node question() {
        return new DeskBar(models.desk).root();
    }

    private Node cancelAll() {
        return DeskBar.button(
                "orders-cancel-all",
                "Cancel all …",
                "Cancel every working order at every broker; asks first",
                models.orders.working().greaterThan(0),
                models.desk::askCancelAll);
    }

    private Node exitAll() {
        return DeskBar.button(
                "positions-exit-all",
                "Exit all …",
                "Leave every open position at every broker; asks first",
                Bindings.isNotEmpty(models.positions.lines()),
                models.desk::askExitAll);
    }

    private WindowKeys keys() {
        return new WindowKeys()
                .onCharacter("/", search::focus)
                .onCharacter("?", help::toggle)
                .onShortcut(KeyCode.K, search::focus)
                .onShortcut(KeyCode.ENTER, this::showWaitingCard)
                .onShortcut(
                        KeyCode.T,
                        () -> appearance.theme().set(appearance.theme().get().other()))
                .onShortcut(KeyCode.COMMA, () -> show("settings"))
                .on(KeyCode.F1, () -> trade(Side.BUY))
                .on(KeyCode.F2, () -> trade(Side.SELL))
                .onCharacter("b", () -> trade(Side.BUY))
                .onCharacter("s", () -> trade(Side.SELL))
                .onCharacter("o", this::showChain)
                .onCharacter("w", this::whyHere)
                .onCharacter("a", this::alertHere)
                .on(KeyCode.F3, () -> showTab("Orders"))
                .on(KeyCode.F4, this::showWatchlist)
                .onAltDigits(this::showTab)
                .onShortcutDigits(pages::open)
                .onShortcut(KeyCode.DIGIT0, this::showWatchlist)
                .on(KeyCode.ESCAPE, this::escape);
    }

    private PreferencesPage preferences() {
        Doors doors = context.doors();
        return new PreferencesPage(
                appearance, settings, doors == null ? null : doors.accounts(), this::showProfile, context.data());
    }

    private void showChain() {
        Instrument instrument = pages.isOpen() ? pages.chosen().orElse(null) : models.linked.get();
        if (instrument != null) {
            showChain(instrument);
        } else {
            closeWelcome();
            pages.open("chain");
        }
    }

    private void showChain(Instrument instrument) {
        windowPages.chain().show(instrument);
        closeWelcome();
        pages.open("chain");
    }

    /// An alert at the price under the pointer, else on what is chosen.
    private void alertHere() {
        Instrument instrument = pages.isOpen() ? pages.chosen().orElse(models.linked.get()) : models.linked.get();
        OptionalLong price = pages.isOpen() ? OptionalLong.empty() : chart.priceUnderPointer();
        if (instrument != null && price.isPresent()) {
            alertAt(instrument, price.getAsLong());
        } else {
            windowPages.alerts().begin(instrument);
            pages.open("alerts");
        }
    }

    private void alertAt(Instrument instrument, long price) {
        windowPages.alerts().begin(instrument, price);
        pages.open("alerts");
    }

    private void alert(Instrument instrument) {
        windowPages.alerts().begin(instrument);
        pages.open("alerts");
    }

    private void escape() {
        if (!help.close()) {
            showWatchlist();
        }
    }

    private InstrumentActions actions(Terminal terminal) {
        return new InstrumentActions(
                this::watchAndShow,
                instrument -> {
                    showWatchlist();
                    models.linked.link(instrument);
                },
                this::openTicket,
                instrument -> terminal.send(
                        new Command.Watch(InstrumentActions.SUBSCRIBER, List.of(instrument), FeedMode.QUOTE)));
    }

    private void trade(Side side) {
        Instrument instrument = pages.isOpen() ? pages.chosen().orElse(null) : models.linked.get();
        if (instrument != null) {
            openTicket(instrument, side);
        }
    }

    private void openTicket(Instrument instrument, Side side) {
        pages.close();
        models.ticket.open(instrument, side);
        ticket.focus();
    }

    private void sell(HoldingRow holding) {
        Instrument instrument = holding.instrument();
        if (instrument != null) {
            models.ticket.sellHolding(instrument, holding.units(), models.holdings.broker());
            ticket.focus();
        }
    }

    private void act(Signal signal) {
        models.ticket.open(signal, SignalRow.side(signal));
        ticket.focus();
    }

    private void why(Signal signal) {
        why(signal.instrument(), signal.candleMillis());
    }

    /// Shows the rules of a bar.
    private void why(Instrument instrument, long barMillis) {
        windowPages.why().ask(instrument, barMillis);
        pages.open("why");
    }

    private void whyHere() {
        OptionalLong bar = chart.barUnderPointer();
        if (bar.isEmpty() && signals.focused().isPresent()) {
            signals.focused().ifPresent(this::why);
        } else {
            windowPages.why().ask(bar);
            pages.open("why");
        }
    }

    private void watchAndShow(Instrument instrument) {
        pages.close();
        WatchRow row = models.watchlist.add(instrument);
        watchlist.select(row);
        models.linked.link(instrument);
    }
}
