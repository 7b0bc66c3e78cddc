package in.sauda.app.shell;

import in.sauda.app.settings.Settings.Layout;
import in.sauda.app.settings.SettingsStore;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// The window's panes: watchlist and chart over the tabs, depth over the ticket at the right. Remembers where the user
/// drags the dividers.
final class PaneLayout {
    private static final double WIDE_WINDOW = 1600;
    private static final double WATCHLIST_PIXELS = 340;
    private static final double WIDE_WATCHLIST_PIXELS = 612;
    private static final double DEPTH_PIXELS = 184;
    private static final double DEEP_PIXELS = 330;

    private final SettingsStore settings;
    private final Split columns;
    private final Split centre;
    private final Split rows;
    private final Split right;
    private boolean deep;

    PaneLayout(SettingsStore settings, Node watchlist, Node chart, Node tabs, Node depth, Node ticket) {
        this.settings = settings;
        centre = new Split(
                Orientation.HORIZONTAL,
                saving((now, at) -> new Layout(
                        now.width(),
                        now.height(),
                        now.maximised(),
                        now.columns(),
                        at,
                        now.rows(),
                        now.right(),
                        now.tab())),
                watchlist,
                chart);
        rows = new Split(
                Orientation.VERTICAL,
                saving((now, at) -> new Layout(
                        now.width(),
                        now.height(),
                        now.maximised(),
                        now.columns(),
                        now.centre(),
                        at,
                        now.right(),
                        now.tab())),
                centre.pane(),
                tabs);
        right = new Split(
                Orientation.VERTICAL,
                saving((now, at) -> new Layout(
                        now.width(),
                        now.height(),
                        now.maximised(),
                        now.columns(),
                        now.centre(),
                        now.rows(),
                        at,
                        now.tab())),
                depth,
                ticket);
        columns = new Split(
                Orientation.HORIZONTAL,
                saving((now, at) -> new Layout(
                        now.width(),
                        now.height(),
                        now.maximised(),
                        at,
                        now.centre(),
                        now.rows(),
                        now.right(),
                        now.tab())),
                rows.pane(),
                right.pane());
    }

    Node root() {
        return columns.pane();
    }

    /// Gives a deep book more room, unless the user has chosen how much it has.
    void deep(boolean wanted, Region window) {
        if (wanted != deep) {
            deep = wanted;
            place(window.getWidth(), window.getHeight());
        }
    }

    /// Places the dividers for the window's size, now and whenever it changes: where the user left them, as shares, or
    /// where the numbers of the watchlist just fit.
    Subscription follow(Region window) {
        place(window.getWidth(), window.getHeight());
        return Subscription.combine(
                window.widthProperty().subscribe(() -> place(window.getWidth(), window.getHeight())),
                window.heightProperty().subscribe(() -> place(window.getWidth(), window.getHeight())));
    }

    private void place(double width, double height) {
        if (width < 1 || height < 1) {
            return;
        }
        Layout saved = settings.get().layout();
        double rightPixels = width < WIDE_WINDOW ? 312 : 384;
        double watchlistPixels = width < WIDE_WINDOW ? WATCHLIST_PIXELS : WIDE_WATCHLIST_PIXELS;
        double tabPixels = width < WIDE_WINDOW ? 196 : 268;
        double body = height - 70;
        columns.place(saved.columns(), (width - rightPixels) / width);
        centre.place(saved.centre(), watchlistPixels / (width - rightPixels));
        rows.place(saved.rows(), (body - tabPixels) / body);
        right.place(saved.right(), (deep ? DEEP_PIXELS : DEPTH_PIXELS) / body);
    }

    private Consumer<List<Double>> saving(BiFunction<Layout, List<Double>, Layout> change) {
        return positions -> settings.update(now -> now.withLayout(change.apply(now.layout(), positions)));
    }
}
