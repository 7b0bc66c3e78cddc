package in.sauda.app.strategies;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Chips;
import in.sauda.app.fx.InstrumentPage;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tables;
import in.sauda.app.strategies.WhyViewModel.Shown;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.strategy.Explanation.Verdict;
import in.sauda.core.strategy.StrategyProfile;
import in.sauda.core.strategy.StrategyTypes;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The page of reasons: all bars of a day with each rule's value, and the selected bar in full.
public final class WhyPage implements InstrumentPage {
    private static final double RULE_WIDTH = 96;
    private static final double WORDS_WIDTH = 250;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    private final WhyViewModel model;
    private final PulseDriver driver;
    private final ObservableList<WhyLine> lines = FXCollections.observableArrayList();
    private final TableView<WhyLine> table;
    private final WhyDetail detail;
    private final Label title = Nodes.fixedLabel("", "detail-title");
    private final Label day = Nodes.fixedLabel("", "number");
    private final Label empty = Nodes.label("", "empty-state");
    private final ComboBox<StrategyProfile> profiles = new ComboBox<>();
    private final Chips<Verdict> verdicts = new Chips<>(this::only);
    private final HBox root;
    private Set<Verdict> wanted = EnumSet.noneOf(Verdict.class);
    private boolean filling;

    public WhyPage(WhyViewModel model, PulseDriver driver) {
        this.model = model;
        this.driver = driver;
        detail = new WhyDetail(model);
        Tables tables = new Tables(driver.flashes());
        table = tables.table(lines, "");
        empty.setWrapText(true);
        table.setPlaceholder(empty);
        table.setId("why-rows");
        table.getColumns().setAll(columns(tables));
        table.getSelectionModel().selectedItemProperty().subscribe(detail::show);
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.LEFT) {
                model.earlier();
                event.consume();
            } else if (event.getCode() == KeyCode.RIGHT) {
                model.later();
                event.consume();
            }
        });
        VBox left = new VBox(top(), verdicts.root(), table);
        left.setMinWidth(0);
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        root = new HBox(left, detail.root());
        root.setId("why");
        model.shown().subscribe(this::show);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        fillProfiles();
        model.attach(driver);
        table.requestFocus();
    }

    @Override
    public void closed() {
        model.detach();
    }

    @Override
    public Optional<Instrument> chosen() {
        return Optional.ofNullable(model.instrument());
    }

    private Node top() {
        Button earlier = dayButton("‹", "The trading day before ( ← )", model::earlier);
        Button later = dayButton("›", "The trading day after ( → )", model::later);
        profiles.setId("why-profile");
        profiles.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable StrategyProfile profile) {
                return profile == null ? "" : profile.name();
            }

            @Override
            public @Nullable StrategyProfile fromString(String text) {
                return null;
            }
        });
        profiles.valueProperty().subscribe(profile -> {
            if (!filling && profile != null) {
                model.judgeBy(profile);
            }
        });
        HBox top = new HBox(
                10, title, earlier, day, later, Nodes.spacer(), Nodes.fixedLabel("Judged by", "text-muted"), profiles);
        top.getStyleClass().add("filter-row");
        return top;
    }

    private static Button dayButton(String text, String meaning, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().add("small");
        button.setFocusTraversable(false);
        button.setOnAction(ignored -> action.run());
        return Nodes.tooltip(button, meaning);
    }

    private static List<TableColumn<WhyLine, CellText>> columns(Tables tables) {
        List<TableColumn<WhyLine, CellText>> columns = new ArrayList<>();
        columns.add(tables.number("Candle", 60, line -> line.time.property()));
        columns.add(tables.number("Close", 84, line -> line.close.property()));
        columns.add(tables.text("Verdict", 92, line -> line.verdict.property()));
        List<String> names = StrategyTypes.all().getFirst().ruleNames();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            // The last rule answers in words.
            double width = i == names.size() - 1 ? WORDS_WIDTH : RULE_WIDTH;
            columns.add(
                    tables.number(names.get(i), width, line -> line.rule(column).property()));
        }
        return columns;
    }

    private void fillProfiles() {
        filling = true;
        profiles.getItems().setAll(model.profiles());
        profiles.setValue(model.shown().get().profile());
        filling = false;
    }

    private void only(Set<Verdict> chosen) {
        wanted = chosen;
        fill(model.shown().get());
    }

    private void show(Shown shown) {
        title.setText(shown.title());
        LocalDate date = shown.day();
        day.setText(date == null ? "" : DAY.format(date));
        empty.setText(shown.empty());
        filling = true;
        profiles.setValue(shown.profile());
        filling = false;
        for (Verdict verdict : Verdict.values()) {
            long count = shown.bars().stream()
                    .filter(bar -> bar.verdict() == verdict)
                    .count();
            verdicts.put(verdict, WhyLine.words(verdict) + "  " + count, null);
        }
        fill(shown);
    }

    private void fill(Shown shown) {
        Instrument instrument = model.instrument();
        WhyLine before = table.getSelectionModel().getSelectedItem();
        boolean atNewest = before == null || table.getSelectionModel().getSelectedIndex() == 0;
        long keep = shown.wantedMillis() != Long.MAX_VALUE && before == null
                ? shown.wantedMillis()
                : before == null ? Long.MAX_VALUE : before.explanation().startMillis();
        if (instrument == null) {
            lines.clear();
            return;
        }
        int columns = StrategyTypes.all().getFirst().ruleNames().size();
        lines.setAll(shown.bars().stream()
                .filter(bar -> wanted.isEmpty() || wanted.contains(bar.verdict()))
                .map(bar -> new WhyLine(bar, instrument, columns))
                .toList());
        select(atNewest && shown.wantedMillis() == Long.MAX_VALUE ? Long.MAX_VALUE : keep);
    }

    private void select(long barMillis) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).explanation().startMillis() <= barMillis) {
                table.getSelectionModel().select(i);
                table.scrollTo(Math.max(0, i - 6));
                return;
            }
        }
        table.getSelectionModel().selectFirst();
    }
}
