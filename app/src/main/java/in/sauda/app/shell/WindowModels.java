package in.sauda.app.shell;

import in.sauda.app.confirm.CardQueue;
import in.sauda.app.depth.DepthViewModel;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.link.LinkedInstrument;
import in.sauda.app.orders.OrdersViewModel;
import in.sauda.app.orderticket.OrderTicketViewModel;
import in.sauda.app.positions.PositionsViewModel;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.signals.SignalsViewModel;
import in.sauda.app.status.NoticesViewModel;
import in.sauda.app.status.StatusViewModel;
import in.sauda.app.watchlist.WatchlistViewModel;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.view.Terminal;

/// The window's view models, made and attached together.
final class WindowModels {
    final LinkedInstrument linked;
    final WatchlistViewModel watchlist;
    final DepthViewModel depth;
    final OrderTicketViewModel ticket;
    final CardQueue cards;
    final OrdersViewModel orders;
    final PositionsViewModel positions;
    final SignalsViewModel signals = new SignalsViewModel();
    final StatusViewModel status;
    final NoticesViewModel notices;
    private final SettingsStore settings;

    WindowModels(Terminal terminal, InstrumentDirectory directory, SettingsStore settings, ShellContext context) {
        this.settings = settings;
        linked = new LinkedInstrument(terminal);
        watchlist = new WatchlistViewModel(terminal, directory, settings, context.time());
        depth = new DepthViewModel(terminal, linked);
        ticket = new OrderTicketViewModel(terminal, linked, context.mode());
        cards = new CardQueue(terminal, context.time());
        orders = new OrdersViewModel(terminal);
        positions = new PositionsViewModel(terminal, context.time());
        status = new StatusViewModel(context.time(), context.master());
        notices = new NoticesViewModel(context.clock());
    }

    void attach(PulseDriver driver) {
        notices.attach(driver);
        settings.problem().ifPresent(notices::add);
        status.attach(driver);
        orders.attach(driver);
        positions.attach(driver);
        signals.attach(driver);
        cards.attach(driver);
        watchlist.attach(driver);
        depth.attach(driver);
        ticket.attach(driver);
    }

    void detach() {
        ticket.detach();
        depth.detach();
        watchlist.detach();
        cards.detach();
        signals.detach();
        positions.detach();
        orders.detach();
        status.detach();
        notices.detach();
    }
}
