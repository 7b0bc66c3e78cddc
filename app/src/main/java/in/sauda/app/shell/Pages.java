package in.sauda.app.shell;

import in.sauda.app.fx.InstrumentPage;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PageContent;
import in.sauda.app.settings.TableMemory;
import in.sauda.app.theme.Icon;
import in.sauda.core.instruments.Instrument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Full-size pages that take the place of the trading layout and give it back. FX thread only.
///
/// A page is made when it is first opened, so what nobody looks at costs no start-up time. While one is open the layout
/// below it is not drawn; an order that waits for its confirmation is announced in the page's header.
public final class Pages {
    /// A page as the menu lists it.
    ///
    /// @param name stable name for snapshots and keys, lower case
    /// @param title for people
    /// @param words what it is good for, one short sentence
    /// @param content makes the page, once
    public record Page(String name, String title, String words, Supplier<PageContent> content) {}

    private final List<Page> pages = new ArrayList<>();
    private final Map<String, PageContent> made = new HashMap<>();
    private final Node trading;
    private final TableMemory tables;
    private final Label title = Nodes.fixedLabel("", "page-title");
    private final Label words = Nodes.label("", "text-muted");
    private final Button waiting = new Button();
    private final BorderPane frame = new BorderPane();
    private final StackPane root;
    private @Nullable Page open;

    /// @param trading the layout pages cover
    /// @param tables remembers how the user arranged the columns of pages
    /// @param toCard closes the page and shows the order that waits
    Pages(Node trading, TableMemory tables, Runnable toCard) {
        this.trading = trading;
        this.tables = tables;
        waiting.setId("page-waiting");
        waiting.getStyleClass().addAll("small", "waiting-order");
        waiting.setFocusTraversable(false);
        waiting.setOnAction(ignored -> toCard.run());
        waiting(0);
        frame.getStyleClass().add("page");
        frame.setTop(header());
        frame.setVisible(false);
        root = new StackPane(trading, frame);
    }

    private Node header() {
        Button back = new Button("Back to trading", Icon.CLOSE.node());
        back.getStyleClass().add("small");
        back.setFocusTraversable(false);
        back.setOnAction(ignored -> close());
        HBox header = new HBox(12, title, words, Nodes.spacer(), waiting, Nodes.tooltip(back, "Esc"));
        header.getStyleClass().add("page-header");
        return header;
    }

    Node root() {
        return root;
    }

    /// Adds a page at the end of the menu.
    public void add(Page page) {
        pages.add(page);
    }

    List<Page> all() {
        return List.copyOf(pages);
    }

    Optional<Page> named(String name) {
        return pages.stream().filter(page -> page.name().equals(name)).findFirst();
    }

    /// Opens the page at a place in the menu, as its chord does; a place beyond the end does nothing.
    void open(int position) {
        if (position < pages.size()) {
            open(pages.get(position));
        }
    }

    /// Opens a page by name.
    ///
    /// @throws IllegalArgumentException when there is no such page
    public void open(String name) {
        open(named(name).orElseThrow(() -> new IllegalArgumentException("no page named " + name)));
    }

    private void open(Page page) {
        if (page.equals(open)) {
            return;
        }
        leave();
        open = page;
        PageContent content = made.computeIfAbsent(page.name(), ignored -> make(page));
        title.setText(page.title());
        words.setText(page.words());
        frame.setCenter(content.root());
        frame.setVisible(true);
        trading.setVisible(false);
        content.opened();
    }

    private PageContent make(Page page) {
        PageContent content = page.content().get();
        tables.follow(content.root());
        return content;
    }

    /// The instrument chosen on the open page: what the trading keys act on while it is there.
    Optional<Instrument> chosen() {
        Page page = open;
        return page != null && made.get(page.name()) instanceof InstrumentPage content
                ? content.chosen()
                : Optional.empty();
    }

    /// Goes back to trading; returns true when a page was open.
    public boolean close() {
        if (open == null) {
            return false;
        }
        leave();
        frame.setCenter(null);
        frame.setVisible(false);
        trading.setVisible(true);
        return true;
    }

    private void leave() {
        Page left = open;
        open = null;
        if (left != null) {
            Optional.ofNullable(made.get(left.name())).ifPresent(PageContent::closed);
        }
    }

    boolean isOpen() {
        return open != null;
    }

    /// Says how many orders wait for a confirmation below the page.
    void waiting(int orders) {
        waiting.setText(
                orders == 1 ? "1 order waits for you  Ctrl+Enter" : orders + " orders wait for you  Ctrl+Enter");
        Nodes.shown(waiting, orders > 0);
    }
}
