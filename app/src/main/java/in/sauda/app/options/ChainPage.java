package in.sauda.app.options;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.InstrumentPage;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tables;
import in.sauda.core.domain.OptionType;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.options.Underlying;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/// The option chain: figures, expiries, and calls and puts around the money.
public final class ChainPage implements InstrumentPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM uu", Locale.ENGLISH);
    private static final PseudoClass AT_THE_MONEY = PseudoClass.getPseudoClass("at-the-money");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("above");

    private enum Preset {
        PRICES,
        GREEKS
    }

    /// One kind of column, shown on both sides.
    private record Figure(
            String title,
            double width,
            Function<ChainSide, ObservableValue<CellText>> value,
            boolean prices,
            boolean greeks) {}

    /// From the outside in.
    private static final List<Figure> FIGURES = List.of(
            new Figure("OI", 118, side -> side.interest.property(), true, true),
            new Figure("OI chg", 76, side -> side.interestChange.property(), true, false),
            new Figure("Volume", 76, side -> side.volume.property(), true, false),
            new Figure("Gamma", 66, side -> side.gamma.property(), false, true),
            new Figure("Vega", 62, side -> side.vega.property(), false, true),
            new Figure("Theta", 66, side -> side.theta.property(), false, true),
            new Figure("Delta", 58, side -> side.delta.property(), false, true),
            new Figure("IV %", 56, side -> side.volatility.property(), true, true),
            new Figure("Chg %", 80, side -> side.percent.property(), true, false),
            new Figure("Bid", 76, side -> side.bid.property(), true, false),
            new Figure("Ask", 76, side -> side.ask.property(), true, false),
            new Figure("LTP", 80, side -> side.last.property(), true, true));

    private final ChainViewModel model;
    private final PulseDriver driver;
    private final Consumer<Instrument> chart;
    private final VBox root = new VBox();
    private final ComboBox<Underlying> underlying = new SearchableComboBox<>();
    private final FlowPane expiries = new FlowPane(4, 4);
    private final ChainStrip strip = new ChainStrip();
    private final Label empty = Nodes.label("", "empty-state");
    private final TableView<ChainRow> table;
    private final List<TableColumn<ChainRow, CellText>> calls = new ArrayList<>();
    private final List<TableColumn<ChainRow, CellText>> puts = new ArrayList<>();
    private final ToggleGroup presets = new ToggleGroup();
    private boolean showing;
    private boolean centred;

    /// @param chart shows an instrument's chart on the trading layout
    public ChainPage(ChainViewModel model, PulseDriver driver, Consumer<Instrument> chart) {
        this.model = model;
        this.driver = driver;
        this.chart = chart;
        Tables tables = new Tables(driver.flashes());
        table = tables.table(model.rows(), "");
        buildTable(tables);
        VBox.setVgrow(table, Priority.ALWAYS);
        root.setId("chain");
        root.getChildren().setAll(choices(), strip.root(), table, keys());
        model.summary().subscribe(this::show);
        model.underlying().subscribe(this::showUnderlying);
        model.expiry().subscribe(ignored -> {
            centred = false;
            showExpiries();
        });
        model.expiries().addListener((ListChangeListener<LocalDate>) ignored -> showExpiries());
        preset(Preset.PRICES);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        centred = false;
        model.open(driver);
        table.requestFocus();
    }

    @Override
    public void closed() {
        model.close();
    }

    /// The side of the chosen cell; on the strike itself the call.
    @Override
    public Optional<Instrument> chosen() {
        TablePosition<?, ?> cell = table.getFocusModel().getFocusedCell();
        if (table.getSelectionModel().isEmpty()
                || cell.getRow() < 0
                || cell.getRow() >= model.rows().size()) {
            return Optional.empty();
        }
        ChainRow row = model.rows().get(cell.getRow());
        ChainSide side = puts.contains(cell.getTableColumn()) ? row.put : row.call;
        return Optional.ofNullable(side.instrument());
    }

    private Node choices() {
        underlying.setId("chain-underlying");
        underlying.setItems(model.underlyings());
        underlying.setPrefWidth(210);
        underlying.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Underlying shown) {
                return shown == null ? "" : shown.name() + "  " + shown.segment();
            }

            @Override
            public @Nullable Underlying fromString(String text) {
                return model.underlyings().stream()
                        .filter(known -> toString(known).equals(text))
                        .findFirst()
                        .orElse(null);
            }
        });
        underlying.valueProperty().subscribe(chosen -> {
            if (!showing && chosen != null && !chosen.equals(model.underlying().get())) {
                model.choose(chosen);
                table.requestFocus();
            }
        });
        HBox.setHgrow(expiries, Priority.ALWAYS);
        HBox row = new HBox(
                10,
                Nodes.tooltip(underlying, "What the options are written on; type to find it"),
                expiries,
                spans(),
                presetToggles(),
                greeksToggle());
        row.getStyleClass().add("filter-row");
        row.setFillHeight(false);
        expiries.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node spans() {
        ComboBox<Integer> span = new ComboBox<>();
        span.getItems().setAll(ChainViewModel.SPANS);
        span.setValue(model.span());
        span.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer strikes) {
                return strikes == null ? "" : "± " + strikes;
            }

            @Override
            public Integer fromString(String text) {
                return Integer.valueOf(text.replace("± ", ""));
            }
        });
        span.setMinWidth(84);
        span.valueProperty().subscribe(chosen -> {
            if (chosen != null && chosen != model.span()) {
                model.span(chosen);
            }
        });
        return Nodes.tooltip(span, "Strikes streamed on each side of the money");
    }

    private Node presetToggles() {
        HBox toggles = new HBox();
        toggles.getStyleClass().add("segmented");
        for (Preset preset : Preset.values()) {
            ToggleButton button = new ToggleButton(preset == Preset.PRICES ? "Prices" : "Greeks");
            button.setUserData(preset);
            button.setToggleGroup(presets);
            button.setFocusTraversable(false);
            button.setOnAction(ignored -> preset(preset));
            toggles.getChildren().add(Nodes.tooltip(button, "G"));
        }
        toggles.setMinWidth(HBox.USE_PREF_SIZE);
        return toggles;
    }

    private Node greeksToggle() {
        ToggleButton theirs = new ToggleButton("Broker's");
        theirs.setId("chain-broker-greeks");
        theirs.getStyleClass().add("small");
        theirs.setMinWidth(ToggleButton.USE_PREF_SIZE);
        theirs.setFocusTraversable(false);
        theirs.selectedProperty().bindBidirectional(model.brokersGreeks());
        return Nodes.tooltip(
                theirs,
                "Greeks and implied volatility as the broker reckons them instead of ours (R): live where its feed has them,"
                        + " else read every half minute; ours stay where no broker tells");
    }

    private void buildTable(Tables tables) {
        table.setId("chain-rows");
        table.getStyleClass().add("chain-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getSelectionModel().setCellSelectionEnabled(true);
        empty.setWrapText(true);
        empty.textProperty().bind(model.message());
        table.setPlaceholder(empty);
        table.setRowFactory(ignored -> new StrikeRow());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        for (Figure figure : FIGURES) {
            calls.add(column(tables, figure, OptionType.CE));
            puts.addFirst(column(tables, figure, OptionType.PE));
        }
        // Mirrored, but for bid and ask: everybody reads the bid first.
        Collections.swap(puts, 1, 2);
        TableColumn<ChainRow, CellText> strike = tables.number("Strike", 90, row -> row.label.property());
        strike.getStyleClass().add("strike-column");
        table.getColumns().addAll(calls);
        table.getColumns().add(strike);
        table.getColumns().addAll(puts);
        table.getColumns().forEach(column -> column.setReorderable(false));
    }

    private TableColumn<ChainRow, CellText> column(Tables tables, Figure figure, OptionType type) {
        boolean call = type == OptionType.CE;
        Function<ChainRow, ChainSide> side = call ? row -> row.call : row -> row.put;
        TableColumn<ChainRow, CellText> column = tables.number(
                figure.title(), figure.width(), row -> figure.value().apply(side.apply(row)));
        column.getStyleClass().add(call ? "call-column" : "put-column");
        column.setUserData(figure);
        if (figure.title().equals("OI")) {
            column.getStyleClass().add("interest-column");
            column.setCellFactory(ignored -> new InterestCell(type, side, driver.flashes()));
        }
        return column;
    }

    private void preset(Preset preset) {
        presets.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == preset));
        for (List<TableColumn<ChainRow, CellText>> side : List.of(calls, puts)) {
            for (TableColumn<ChainRow, CellText> column : side) {
                Figure figure = (Figure) column.getUserData();
                column.setVisible(preset == Preset.PRICES ? figure.prices() : figure.greeks());
            }
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case G ->
                preset(presets.getSelectedToggle().getUserData() == Preset.PRICES ? Preset.GREEKS : Preset.PRICES);
            case PERIOD, COMMA -> step(event.getCode() == KeyCode.PERIOD ? 1 : -1);
            case R -> model.brokersGreeks().set(!model.brokersGreeks().get());
            case SPACE -> toTheMoney();
            case ENTER, C -> chosen().ifPresent(chart);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int by) {
        int position = model.expiries().indexOf(model.expiry().get()) + by;
        if (position >= 0 && position < model.expiries().size()) {
            model.choose(model.expiries().get(position));
        }
    }

    private void showUnderlying(@Nullable Underlying shown) {
        showing = true;
        underlying.setValue(shown);
        showing = false;
    }

    private void showExpiries() {
        ToggleGroup group = new ToggleGroup();
        List<Node> chips = new ArrayList<>();
        for (LocalDate expires : model.expiries()) {
            long days = model.days(expires);
            boolean far = days > 330;
            ToggleButton chip = new ToggleButton((far ? DAY_AND_YEAR : DAY).format(expires));
            chip.getStyleClass().add("chip");
            chip.setToggleGroup(group);
            chip.setSelected(expires.equals(model.expiry().get()));
            chip.setFocusTraversable(false);
            chip.setOnAction(ignored -> {
                chip.setSelected(true);
                model.choose(expires);
            });
            chips.add(
                    Nodes.tooltip(chip, days == 0 ? "Expires today" : days == 1 ? "1 day left" : days + " days left"));
        }
        expiries.getChildren().setAll(chips);
    }

    /// The money is brought to the middle once per chain, when it is known and the table has its size; from then on
    /// the user scrolls.
    private void show(ChainSummary summary) {
        strip.show(summary);
        if (!centred && table.getHeight() > 0 && !Double.isNaN(summary.atTheMoney())) {
            centred = true;
            toTheMoney();
        }
    }

    /// Brings the money to the middle of the screen and marks it unless the user has marked something.
    private void toTheMoney() {
        int money = Collections.indexOfSubList(
                model.rows().stream().map(row -> row.place().get()).toList(), List.of(ChainRow.Place.AT_THE_MONEY));
        int middle = money >= 0 ? money : model.rows().size() / 2;
        if (!model.rows().isEmpty()) {
            int visible = (int) Math.max(1, (table.getHeight() - Tables.ROW_HEIGHT) / Tables.ROW_HEIGHT);
            table.scrollTo(Math.max(0, middle - visible / 2));
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().select(middle, calls.getLast());
            }
        }
    }

    private static Node keys() {
        HBox keys = new HBox(
                14,
                Nodes.label("←↑↓→ choose a call or put", "text-muted"),
                Nodes.label("B S ticket", "text-muted"),
                Nodes.label("Enter chart", "text-muted"),
                Nodes.label("G prices or Greeks", "text-muted"),
                Nodes.label("R the broker's Greeks", "text-muted"),
                Nodes.label(", . expiry", "text-muted"),
                Nodes.label("Space to the money", "text-muted"));
        keys.getStyleClass().add("overlay-footer");
        return keys;
    }

    /// Shades the side in the money and rules the strike at the money.
    private static final class StrikeRow extends TableRow<ChainRow> {
        private Subscription place = Subscription.EMPTY;

        @Override
        protected void updateItem(@Nullable ChainRow item, boolean empty) {
            super.updateItem(item, empty);
            place.unsubscribe();
            place = item == null || empty ? Subscription.EMPTY : item.place().subscribe(this::mark);
            if (item == null || empty) {
                mark(ChainRow.Place.UNKNOWN);
            }
        }

        private void mark(ChainRow.Place where) {
            pseudoClassStateChanged(AT_THE_MONEY, where == ChainRow.Place.AT_THE_MONEY);
            pseudoClassStateChanged(BELOW, where == ChainRow.Place.BELOW);
            pseudoClassStateChanged(ABOVE, where == ChainRow.Place.ABOVE);
        }
    }
}
