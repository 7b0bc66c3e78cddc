package in.sauda.app.watchlist;

import in.sauda.core.domain.Side;
import in.sauda.core.instruments.Instrument;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What a right click on a row of the watchlist offers, with the keys that do the same.
///
/// @param ticket told when the user wants to buy or sell
/// @param alert told when the user wants to be alerted
/// @param chain told when the user wants the option chain
record RowMenu(
        WatchlistViewModel model,
        BiConsumer<Instrument, Side> ticket,
        Consumer<Instrument> alert,
        Consumer<Instrument> chain) {
    ContextMenu of(WatchRow row) {
        Instrument instrument = row.instrument();
        MenuItem buy = item("Buy  ( B )", () -> ticket.accept(instrument, Side.BUY));
        MenuItem sell = item("Sell  ( S )", () -> ticket.accept(instrument, Side.SELL));
        buy.setDisable(instrument.index());
        sell.setDisable(instrument.index());
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .setAll(List.of(
                        buy,
                        sell,
                        new SeparatorMenuItem(),
                        item("Alert  ( A )", () -> alert.accept(instrument)),
                        item("Option chain  ( O )", () -> chain.accept(instrument)),
                        new SeparatorMenuItem(),
                        item("Remove  ( Delete )", () -> model.remove(row))));
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(ignored -> action.run());
        return item;
    }
}
