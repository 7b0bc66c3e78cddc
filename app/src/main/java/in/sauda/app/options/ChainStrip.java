package in.sauda.app.options;

import in.sauda.app.fx.Nodes;
import in.sauda.core.domain.IndianNumbers;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The figures above the chain.
final class ChainStrip {
    private final FlowPane root = new FlowPane(8, 6);
    private final Map<Label, Function<ChainSummary, String>> figures = new LinkedHashMap<>();

    ChainStrip() {
        root.setId("chain-figures");
        root.getStyleClass().add("tiles");
        tile("Spot", "Last price of the index or share", summary -> price(summary.spot()));
        tile("Future", "The nearest future that lives as long as these options", summary -> price(summary.future()));
        tile(
                "Forward",
                "What put-call parity says at the money; Greeks and volatilities are reckoned on it by Black-76,"
                        + " with 365 days a year and no interest",
                summary -> price(summary.forward()));
        tile("At the money", "The listed strike nearest to the spot", summary -> price(summary.atTheMoney()));
        tile("Straddle", "Call and put at the money together", summary -> price(summary.straddle()));
        tile("IV at the money", "Mean of call and put, a year", summary -> percent(summary.volatility()));
        tile(
                "PCR interest",
                "Put over call open interest of the strikes shown here, where both are known",
                summary -> ratio(summary.putCallRatio()));
        tile("PCR volume", "The same with today's volume", summary -> ratio(summary.putCallVolumeRatio()));
        tile(
                "Max pain",
                "The settlement that costs the writers of the strikes shown here least",
                summary -> price(summary.maxPain()));
        tile("To expiry", "Calendar days with fractions, as the Greeks use them", summary -> days(summary.days()));
        tile("Lot", "Units per lot", summary -> summary.lot() > 0 ? Integer.toString(summary.lot()) : "–");
        show(ChainSummary.UNKNOWN);
    }

    private void tile(String title, String meaning, Function<ChainSummary, String> text) {
        Label figure = Nodes.fixedLabel("", "tile-number", "number");
        figures.put(figure, text);
        VBox tile = new VBox(1, Nodes.fixedLabel(title, "text-muted"), figure);
        tile.getStyleClass().addAll("tile", "chain-tile");
        root.getChildren().add(Nodes.tooltip(tile, meaning));
    }

    Node root() {
        return root;
    }

    void show(ChainSummary summary) {
        figures.forEach((label, text) -> label.setText(text.apply(summary)));
    }

    private static String price(double rupees) {
        return Double.isNaN(rupees) ? IndianNumbers.UNKNOWN : IndianNumbers.fixed(Math.round(rupees * 10_000), 4, 2);
    }

    private static String percent(double fraction) {
        return Double.isNaN(fraction)
                ? IndianNumbers.UNKNOWN
                : String.format(Locale.ENGLISH, "%.1f %%", 100 * fraction);
    }

    private static String ratio(double ratio) {
        return Double.isNaN(ratio) ? IndianNumbers.UNKNOWN : String.format(Locale.ENGLISH, "%.2f", ratio);
    }

    private static String days(double days) {
        return Double.isNaN(days) ? IndianNumbers.UNKNOWN : String.format(Locale.ENGLISH, "%.1f d", days);
    }
}
