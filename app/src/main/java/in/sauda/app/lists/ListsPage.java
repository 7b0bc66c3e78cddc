package in.sauda.app.lists;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.InstrumentPage;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tables;
import in.sauda.app.settings.Settings;
import in.sauda.app.settings.Settings.UserList;
import in.sauda.app.theme.Icon;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentMasters;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// The page of lists: index constituents and lists that follow the market, and what they are used for.
public final class ListsPage implements InstrumentPage {
    private static final double LISTS_WIDTH = 384;

    private final ListsViewModel model;
    private final PulseDriver driver;
    private final ConstituentImport imports;
    private final TableView<ListLine> lists;
    private final TableView<MemberLine> members;
    private final ListForm form;
    private final Button universe = new Button("Use for strategies");
    private final Button follow = new Button("Fill a watchlist…");
    private final Button remove = new Button("Remove");
    private final VBox root = new VBox();

    /// @param background where files are read
    /// @param link told the chosen member
    public ListsPage(
            ListsViewModel model,
            PulseDriver driver,
            InstrumentMasters masters,
            Executor background,
            Executor ui,
            Consumer<Instrument> link) {
        this.model = model;
        this.driver = driver;
        imports = new ConstituentImport(model, masters, background, ui);
        form = new ListForm(model);
        Tables tables = new Tables(driver.flashes());
        lists = tables.table(
                model.lines(),
                "No lists yet. Import an index's file as NSE publishes it, or make a list that follows the market on "
                        + "the right.");
        lists.setId("lists-rows");
        lists.getColumns()
                .setAll(List.of(
                        tables.text("List", 134, line -> line.name.property()),
                        tables.text("Kind", 106, line -> line.kind.property()),
                        tables.number("Members", 60, line -> line.size.property()),
                        tables.text("Used for", 82, line -> line.use.property())));
        lists.setMinWidth(LISTS_WIDTH);
        lists.setMaxWidth(LISTS_WIDTH);
        lists.setOnKeyPressed(this::key);
        lists.getSelectionModel().selectedItemProperty().subscribe(_ -> follow());
        members = tables.table(model.members(), "Choose a list. Its members appear as soon as they are known.");
        members.setId("list-members");
        members.getColumns().setAll(columns(tables));
        members.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                link.accept(line.instrument());
            }
        });
        HBox.setHgrow(members, Priority.ALWAYS);
        members.setMinWidth(0);
        HBox tablesRow = new HBox(lists, members, form.root());
        VBox.setVgrow(tablesRow, Priority.ALWAYS);
        root.setId("lists");
        root.getChildren().setAll(actions(), tablesRow, told());
        follow();
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        model.open(driver);
        if (lists.getSelectionModel().isEmpty()) {
            lists.getSelectionModel().selectFirst();
        }
        lists.requestFocus();
    }

    @Override
    public void closed() {
        model.close();
    }

    @Override
    public Optional<Instrument> chosen() {
        return Optional.ofNullable(members.getSelectionModel().getSelectedItem())
                .map(MemberLine::instrument);
    }

    private static List<TableColumn<MemberLine, CellText>> columns(Tables tables) {
        return List.of(
                tables.text("Symbol", 158, line -> line.symbol.property()),
                tables.number("LTP", 84, line -> line.last.property()),
                tables.number("Chg %", 80, line -> line.change.property()),
                tables.number("Volume", 74, line -> line.volume.property()),
                tables.text("Name", 190, line -> line.words.property()),
                tables.text("Sector", 150, line -> line.industry.property()),
                tables.number("Traded a day", 96, line -> line.value.property()),
                tables.number("5 days", 80, line -> line.fiveDays.property()));
    }

    private Node actions() {
        Button take = small(new Button("Import index file…", Icon.PLUS.node()), "list-import");
        take.setOnAction(_ -> chooseFile());
        Nodes.tooltip(take, "A CSV file with Company Name, Industry, Symbol, Series and ISIN Code");
        Button fresh = small(new Button("New list"), "list-new");
        fresh.setOnAction(_ -> {
            lists.getSelectionModel().clearSelection();
            form.begin();
            form.focus();
        });
        small(universe, "list-universe").setOnAction(_ -> selected().ifPresent(model::useForStrategies));
        Nodes.tooltip(universe, "The strategies judge these instruments instead of every watched share");
        ContextMenu slots = new ContextMenu();
        small(follow, "list-follow").setOnAction(_ -> slots.show(follow, Side.BOTTOM, 0, 2));
        for (int slot = 0; slot < Settings.WATCHLISTS; slot++) {
            int chosen = slot;
            MenuItem item = new MenuItem("Watchlist " + (slot + 1));
            item.setOnAction(_ -> selected().ifPresent(list -> model.follow(list, chosen)));
            slots.getItems().add(item);
        }
        Nodes.tooltip(follow, "The watchlist takes these members and follows their changes");
        small(remove, "list-remove").setOnAction(_ -> selected().ifPresent(model::remove));
        Nodes.tooltip(remove, "Delete, in the table of lists");
        HBox row = new HBox(8, take, fresh, universe, follow, remove);
        row.getStyleClass().add("filter-row");
        return row;
    }

    private static Button small(Button button, String id) {
        button.setId(id);
        button.getStyleClass().add("small");
        button.setFocusTraversable(false);
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    /// What the last action came to, and what is to be said about the selected list.
    private Node told() {
        Label message = Nodes.label("");
        message.textProperty().bind(model.message());
        Label words = Nodes.label("", "text-muted");
        words.textProperty().bind(model.words());
        HBox row = new HBox(16, message, words);
        row.getStyleClass().add("filter-row");
        return row;
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import the shares of an index");
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter("Index lists", "*.csv", "*.txt"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        List<File> files = chooser.showOpenMultipleDialog(root.getScene().getWindow());
        if (files != null) {
            files.forEach(file -> imports.take(file.toPath()));
        }
    }

    private Optional<UserList> selected() {
        return Optional.ofNullable(lists.getSelectionModel().getSelectedItem()).map(ListLine::list);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DELETE) {
            selected().ifPresent(model::remove);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            form.focus();
            event.consume();
        }
    }

    private void follow() {
        Optional<UserList> list = selected();
        model.select(list.orElse(null));
        list.ifPresent(form::show);
        universe.setDisable(list.isEmpty());
        follow.setDisable(list.isEmpty());
        remove.setDisable(list.isEmpty());
    }
}
