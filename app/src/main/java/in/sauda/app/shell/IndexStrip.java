package in.sauda.app.shell;

import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.fx.Tone;
import in.sauda.app.fx.Tones;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Interest;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.view.Command;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// NIFTY, BANKNIFTY and VIX with their change. FX thread only.
final class IndexStrip {
    private static final String OWNER = "index-strip";
    /// Names the exchange gives the indices, and the ones people use. Found by name, because every broker numbers them
    /// its own way.
    private static final Map<String, String> INDICES = indices();

    private record Cell(Instrument instrument, Label price, Label change) {}

    private final Terminal terminal;
    private final HBox root = new HBox();
    private final Map<Integer, Cell> cells = new HashMap<>();
    private Registration registration = () -> {};

    IndexStrip(Terminal terminal, InstrumentDirectory directory, Consumer<Instrument> linked) {
        this.terminal = terminal;
        root.setId("indices");
        root.getStyleClass().add("index-strip");
        INDICES.forEach(
                (official, shown) -> find(directory, official).ifPresent(instrument -> add(instrument, shown, linked)));
    }

    Node root() {
        return root;
    }

    void attach(PulseDriver driver) {
        registration = driver.onQuote(this::show);
        if (!cells.isEmpty()) {
            terminal.send(new Command.Watch(OWNER, instruments(), FeedMode.QUOTE, Interest.VIEW));
        }
    }

    void detach() {
        registration.remove();
        if (!cells.isEmpty()) {
            terminal.send(new Command.Unwatch(OWNER, instruments()));
        }
    }

    private List<Instrument> instruments() {
        return cells.values().stream().map(Cell::instrument).toList();
    }

    private static Optional<Instrument> find(InstrumentDirectory directory, String official) {
        return directory.named(InstrumentCategory.INDEX, "NSE", official);
    }

    private void add(Instrument instrument, String shown, Consumer<Instrument> linked) {
        Cell cell = new Cell(
                instrument,
                Nodes.fixedLabel(IndianNumbers.UNKNOWN, "index-price"),
                Nodes.fixedLabel("", "index-change"));
        HBox box = new HBox(6, Nodes.fixedLabel(shown, "index-name"), cell.price, cell.change);
        box.getStyleClass().add("index");
        box.setOnMouseClicked(ignored -> linked.accept(instrument));
        root.getChildren().add(box);
        int index = terminal.index(instrument);
        cells.put(index, cell);
        QuoteRow known = terminal.quotes().get(index);
        if (known != null) {
            show(known);
        }
    }

    private void show(QuoteRow quote) {
        Cell cell = cells.get(quote.index());
        if (cell != null) {
            String arrow = quote.change() > 0 ? "▲ " : quote.change() < 0 ? "▼ " : "";
            cell.price.setText(IndianNumbers.price(quote.lastPrice(), cell.instrument.segment()));
            cell.change.setText(arrow + IndianNumbers.percent(quote.changePercent()));
            Tones.apply(cell.change, Tone.ofSign(quote.change()));
        }
    }

    private static Map<String, String> indices() {
        Map<String, String> indices = new LinkedHashMap<>();
        indices.put("Nifty 50", "NIFTY");
        indices.put("Nifty Bank", "BANKNIFTY");
        indices.put("India VIX", "VIX");
        return indices;
    }
}
