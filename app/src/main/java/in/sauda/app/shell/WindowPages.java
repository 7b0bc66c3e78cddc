package in.sauda.app.shell;

import in.sauda.app.alerts.AlertsPage;
import in.sauda.app.alerts.AlertsViewModel;
import in.sauda.app.alerts.ToneBell;
import in.sauda.app.brokers.BrokersPage;
import in.sauda.app.brokers.BrokersViewModel;
import in.sauda.app.chart.ChartTheme;
import in.sauda.app.dashboard.DashboardPage;
import in.sauda.app.dashboard.DashboardViewModel;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.UiThread;
import in.sauda.app.health.HealthPage;
import in.sauda.app.health.HealthViewModel;
import in.sauda.app.inspector.InspectorView;
import in.sauda.app.inspector.InspectorViewModel;
import in.sauda.app.instruments.ChangesViewModel;
import in.sauda.app.instruments.InstrumentActions;
import in.sauda.app.instruments.InstrumentsPage;
import in.sauda.app.instruments.InstrumentsViewModel;
import in.sauda.app.instruments.MastersViewModel;
import in.sauda.app.lists.ListsPage;
import in.sauda.app.lists.ListsViewModel;
import in.sauda.app.options.BrokerChain;
import in.sauda.app.options.ChainPage;
import in.sauda.app.options.ChainViewModel;
import in.sauda.app.prices.PricesPage;
import in.sauda.app.prices.PricesViewModel;
import in.sauda.app.replay.ReplayPage;
import in.sauda.app.replay.ReplayViewModel;
import in.sauda.app.review.ReviewPage;
import in.sauda.app.review.ReviewViewModel;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.strategies.StrategiesPage;
import in.sauda.app.strategies.StrategiesViewModel;
import in.sauda.app.strategies.WhyPage;
import in.sauda.app.strategies.WhyViewModel;
import in.sauda.app.subscriptions.ListFiles;
import in.sauda.app.subscriptions.SubscriptionsPage;
import in.sauda.app.subscriptions.SubscriptionsViewModel;
import in.sauda.app.timeline.TimelinePage;
import in.sauda.app.timeline.TimelineViewModel;
import in.sauda.app.truth.TruthPage;
import in.sauda.app.truth.TruthViewModel;
import in.sauda.app.watchlist.SymbolLists;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.InstrumentMasters;
import in.sauda.core.strategy.EventPressure;
import in.sauda.core.view.Terminal;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Every full-size page of the window, in the order of the menu and of Ctrl+1, Ctrl+2 and so on.
final class WindowPages {
    private final Terminal terminal;
    private final ShellContext context;
    private final PulseDriver driver;
    private final InstrumentActions actions;
    private final WindowModels models;
    private final Runnable beside;
    private final Supplier<ChartTheme> chartTheme;
    private final Executor background;
    private final Executor ui = new UiThread();
    private final PricesViewModel prices;
    private final ChainViewModel chain;
    private final StrategiesViewModel strategies;
    private final WhyViewModel why;
    private final TimelineViewModel timeline;
    private final AlertsViewModel alerts;
    private final ListsViewModel lists;
    private final SettingsStore settings;
    private @Nullable ReplayViewModel replaying;

    /// @param beside leads to the login at a second broker
    /// @param chartTheme the charts' colours of the moment
    /// @param background where pages look for things; one question after the other
    WindowPages(
            Terminal terminal,
            ShellContext context,
            PulseDriver driver,
            InstrumentActions actions,
            SettingsStore settings,
            WindowModels models,
            Runnable beside,
            Supplier<ChartTheme> chartTheme,
            Executor background) {
        this.terminal = terminal;
        this.context = context;
        this.driver = driver;
        this.actions = actions;
        this.models = models;
        this.beside = beside;
        this.settings = settings;
        this.chartTheme = chartTheme;
        this.background = background;
        strategies = new StrategiesViewModel(terminal, settings);
        alerts = new AlertsViewModel(terminal, context.masters().directory(), settings, new ToneBell());
        lists = new ListsViewModel(
                terminal, context.masters(), settings, models.watchlist, context.time(), background, ui);
        timeline = new TimelineViewModel(context.timeline(), settings, context.clock());
        why = new WhyViewModel(
                terminal,
                models.linked,
                models.signals.rows(),
                strategies::profiles,
                EventPressure.of(context.calendar().announcements()));
        prices = new PricesViewModel(
                terminal,
                context.masters(),
                context.shareLists(),
                settings,
                context.clock(),
                context.time(),
                context.board()::source,
                background,
                ui);
        chain = new ChainViewModel(
                terminal,
                context.masters(),
                context.clock(),
                context.time(),
                new BrokerChain(
                        context.board()::options,
                        context.board()::derivatives,
                        Thread.ofVirtual().name("broker-chain")::start,
                        ui),
                background,
                ui);
    }

    /// Begins what goes on while no page is open.
    void attach() {
        prices.attach();
        strategies.attach(driver);
        timeline.attach();
        alerts.attach(driver);
        lists.attach(driver);
    }

    void detach() {
        strategies.detach();
        alerts.detach();
        lists.detach();
        if (replaying != null) {
            replaying.close();
        }
        prices.detach();
    }

    /// The chain an instrument belongs to, for the page that is opened next.
    ChainViewModel chain() {
        return chain;
    }

    /// Adds them all; none is made before it is opened.
    void addTo(Pages pages) {
        pages.add(new Pages.Page(
                "instruments", "Instruments", "Everything that can be traded, and what changed", this::instruments));
        pages.add(new Pages.Page(
                "subscriptions",
                "Subscriptions",
                "What is asked of the feed and what came of it",
                this::subscriptions));
        pages.add(new Pages.Page(
                "health",
                "Health",
                "Whether everything works, and what to do when it does not",
                () -> new HealthPage(new HealthViewModel(terminal), driver)));
        pages.add(new Pages.Page(
                "brokers",
                "Brokers",
                "Both brokers side by side: the source of prices, allowances, and what differs",
                () -> new BrokersPage(
                        new BrokersViewModel(context.board(), background, ui),
                        models.desk,
                        driver,
                        context.time(),
                        context.beside() == null ? null : beside)));
        pages.add(new Pages.Page(
                "chain",
                "Option chain",
                "Calls and puts around the money, with Greeks",
                () -> new ChainPage(chain, driver, actions.chart())));
        pages.add(new Pages.Page(
                "prices",
                "Prices",
                "Indices, shares, futures and options streamed as a whole",
                () -> new PricesPage(prices, driver)));
        pages.add(new Pages.Page(
                "dashboard",
                "Dashboard",
                "Where every watched share stands, and how the day's signals did",
                () -> dashboard(pages)));
        pages.add(new Pages.Page(
                "strategies",
                "Strategies",
                "What each one does, and its lane, profile and parameters",
                () -> new StrategiesPage(strategies, driver, () -> pages.open("why"))));
        pages.add(new Pages.Page(
                "why",
                "Why / why not",
                "Every rule of every bar of the linked instrument",
                () -> new WhyPage(why, driver)));
        pages.add(new Pages.Page(
                "lists",
                "Lists",
                "Index constituents, lists that follow the market, and the watchlist builder",
                () -> new ListsPage(lists, driver, context.masters(), background, ui, models.linked::link)));
        pages.add(new Pages.Page(
                "alerts",
                "Alerts",
                "Tells you when a price, a volume, an indicator or the clock reaches what you set",
                () -> new AlertsPage(alerts, driver, models.linked::link)));
        pages.add(new Pages.Page(
                "timeline",
                "Timeline",
                "The jobs of the day: when they run and what they came to",
                () -> new TimelinePage(timeline, driver)));
        pages.add(new Pages.Page(
                "truth",
                "Candle truth",
                "Where minutes come from, which are missing, and how they compare with the broker's",
                () -> new TruthPage(
                        new TruthViewModel(terminal, context.calendar(), context.time(), background, ui),
                        driver,
                        actions.chart())));
        pages.add(new Pages.Page("replay", "Replay", "A recorded day through the engine again", this::replay));
        pages.add(new Pages.Page(
                "review", "Review", "What became of the day's signals, and what you make of it", this::review));
    }

    /// What the page of reasons shows.
    WhyViewModel why() {
        return why;
    }

    /// The alerts, for the keys and menus that begin one.
    AlertsViewModel alerts() {
        return alerts;
    }

    private ReviewPage review() {
        return new ReviewPage(
                new ReviewViewModel(
                        terminal,
                        models.signals.rows(),
                        context.home().resolve("reviews"),
                        context.records(),
                        background,
                        ui),
                driver,
                chartTheme);
    }

    private ReplayPage replay() {
        ReplayViewModel model = new ReplayViewModel(
                context.home(), context.calendar(), context.records(), context.time(), background, ui);
        replaying = model;
        return new ReplayPage(
                model,
                driver,
                context.calendar(),
                chartTheme,
                () -> settings.get().studies());
    }

    private DashboardPage dashboard(Pages pages) {
        return new DashboardPage(
                new DashboardViewModel(terminal, context.time(), models.signals.rows()),
                driver,
                new InspectorView(
                        new InspectorViewModel(terminal, models.linked, context.board()::source, context.time()),
                        driver),
                models.linked::link,
                instrument -> {
                    models.linked.link(instrument);
                    why.ask(OptionalLong.empty());
                    pages.open("why");
                });
    }

    private SubscriptionsPage subscriptions() {
        InstrumentDirectory directory = context.masters().directory();
        SubscriptionsViewModel model = new SubscriptionsViewModel(terminal, directory);
        SymbolLists lists = new SymbolLists(models.watchlist, directory);
        return new SubscriptionsPage(model, new ListFiles(lists, model::say, background, ui), driver);
    }

    private InstrumentsPage instruments() {
        InstrumentMasters masters = context.masters();
        return new InstrumentsPage(
                new InstrumentsViewModel(masters, background, ui),
                new MastersViewModel(masters, ui),
                new ChangesViewModel(masters, background, ui),
                actions,
                driver.flashes());
    }
}
