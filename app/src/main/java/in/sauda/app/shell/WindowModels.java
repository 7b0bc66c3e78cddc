package in.sauda.app.shell;

import in.sauda.app.account.FundsViewModel;
import in.sauda.app.account.HoldingRow;
import in.sauda.app.account.HoldingsViewModel;
import in.sauda.app.confirm.CardQueue;
import in.sauda.app.depth.DepthViewModel;
import in.sauda.app.desk.DeskViewModel;
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
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.view.Terminal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The window's view models, made and attached together.
final class WindowModels {
    final LinkedInstrument linked;
    final WatchlistViewModel watchlist;
    final DepthViewModel depth;
    final OrderTicketViewModel ticket;
    final CardQueue cards;
    final OrdersViewModel orders;
    final PositionsViewModel positions;
    final DeskViewModel desk;
    final FundsViewModel funds;
    final HoldingsViewModel holdings;
    final SignalsViewModel signals = new SignalsViewModel();
    final StatusViewModel status;
    final NoticesViewModel notices;
    private final SettingsStore settings;

    WindowModels(Terminal terminal, InstrumentDirectory directory, SettingsStore settings, ShellContext context) {
        this.settings = settings;
        linked = new LinkedInstrument(terminal);
        watchlist = new WatchlistViewModel(terminal, directory, settings, context.time(), context.board()::source);
        depth = new DepthViewModel(
                terminal, linked, settings.get().deepBook(), deep -> settings.update(now -> now.withDeepBook(deep)));
        ticket = new OrderTicketViewModel(
                terminal,
                linked,
                context.mode(),
                settings.get().orderBroker(),
                id -> settings.update(now -> now.withOrderBroker(id)));
        cards = new CardQueue(terminal, context.time());
        orders = new OrdersViewModel(terminal);
        positions = new PositionsViewModel(terminal, context.time());
        desk = new DeskViewModel(terminal, context.mode(), orders, positions);
        funds = new FundsViewModel(terminal, context.time());
        holdings = new HoldingsViewModel(terminal, directory, context.time());
        status = new StatusViewModel(terminal, context.time(), context.master());
        notices = new NoticesViewModel(context.clock());
    }

    /// The user's own instruments and what makes them so.
    Map<InstrumentKey, String> own() {
        Map<InstrumentKey, String> own = new HashMap<>();
        settings.get().watchlists().stream()
                .flatMap(list -> list.entries().stream())
                .flatMap(entry -> entry.known().stream())
                .forEach(key -> own.put(key, "watched"));
        positions.lines().forEach(line -> own.put(line.position().instrument().key(), "held"));
        holdings.rows().stream()
                .map(HoldingRow::instrument)
                .filter(Objects::nonNull)
                .forEach(instrument -> own.put(instrument.key(), "held"));
        return own;
    }

    void attach(PulseDriver driver) {
        notices.attach(driver);
        settings.problem().ifPresent(notices::add);
        status.attach(driver);
        orders.attach(driver);
        positions.attach(driver);
        funds.attach(driver);
        holdings.attach(driver);
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
        holdings.detach();
        funds.detach();
        positions.detach();
        orders.detach();
        status.detach();
        notices.detach();
    }
}
