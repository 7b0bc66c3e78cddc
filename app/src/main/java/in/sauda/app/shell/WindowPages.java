package in.sauda.app.shell;

import in.sauda.app.brokers.BrokersPage;
import in.sauda.app.brokers.BrokersViewModel;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.UiThread;
import in.sauda.app.health.HealthPage;
import in.sauda.app.health.HealthViewModel;
import in.sauda.app.instruments.ChangesViewModel;
import in.sauda.app.instruments.InstrumentActions;
import in.sauda.app.instruments.InstrumentsPage;
import in.sauda.app.instruments.InstrumentsViewModel;
import in.sauda.app.instruments.MastersViewModel;
import in.sauda.app.options.ChainPage;
import in.sauda.app.options.ChainViewModel;
import in.sauda.app.prices.PricesPage;
import in.sauda.app.prices.PricesViewModel;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.strategies.StrategiesPage;
import in.sauda.app.strategies.StrategiesViewModel;
import in.sauda.app.strategies.WhyPage;
import in.sauda.app.strategies.WhyViewModel;
import in.sauda.app.subscriptions.ListFiles;
import in.sauda.app.subscriptions.SubscriptionsPage;
import in.sauda.app.subscriptions.SubscriptionsViewModel;
import in.sauda.app.watchlist.SymbolLists;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.InstrumentMasters;
import in.sauda.core.view.Terminal;
import java.util.concurrent.Executor;

/// Every full-size page of the window, in the order of the menu and of Ctrl+1, Ctrl+2 and so on.
final class WindowPages {
    private final Terminal terminal;
    private final ShellContext context;
    private final PulseDriver driver;
    private final InstrumentActions actions;
    private final WindowModels models;
    private final Runnable beside;
    private final Executor background;
    private final Executor ui = new UiThread();
    private final PricesViewModel prices;
    private final ChainViewModel chain;
    private final StrategiesViewModel strategies;
    private final WhyViewModel why;

    /// @param beside leads to the login at a second broker
    /// @param background where pages look for things; one question after the other
    WindowPages(
            Terminal terminal,
            ShellContext context,
            PulseDriver driver,
            InstrumentActions actions,
            SettingsStore settings,
            WindowModels models,
            Runnable beside,
            Executor background) {
        this.terminal = terminal;
        this.context = context;
        this.driver = driver;
        this.actions = actions;
        this.models = models;
        this.beside = beside;
        this.background = background;
        strategies = new StrategiesViewModel(terminal, settings);
        why = new WhyViewModel(terminal, models.linked, models.signals.rows(), strategies::profiles);
        prices = new PricesViewModel(
                terminal,
                context.masters(),
                context.shareLists(),
                settings,
                context.clock(),
                context.time(),
                background,
                ui);
        chain = new ChainViewModel(terminal, context.masters(), context.clock(), context.time(), background, ui);
    }

    /// Begins what goes on while no page is open.
    void attach() {
        prices.attach();
        strategies.attach(driver);
    }

    void detach() {
        strategies.detach();
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
                "strategies",
                "Strategies",
                "What each one does, and its lane, profile and parameters",
                () -> new StrategiesPage(strategies, driver, () -> pages.open("why"))));
        pages.add(new Pages.Page(
                "why",
                "Why / why not",
                "Every rule of every bar of the linked instrument",
                () -> new WhyPage(why, driver)));
    }

    /// What the page of reasons shows.
    WhyViewModel why() {
        return why;
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
