package in.sauda.app.strategies;

import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.Tone;
import in.sauda.app.fx.Tones;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.Explanation;
import in.sauda.core.strategy.Explanation.Rule;
import in.sauda.core.strategy.Explanation.Verdict;
import in.sauda.core.time.IndiaTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One bar in full: the verdict, every rule with its value and threshold, both confidences, and what the log says.
final class WhyDetail {
    private static final double WIDTH = 400;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final WhyViewModel model;
    private final VBox root = new VBox(10);
    private final Label headline = Nodes.label("", "detail-title");
    private final Label sentence = Nodes.label("");
    private final GridPane rules = new GridPane(10, 6);
    private final GridPane facts = new GridPane(14, 4);
    private final Label caution = Nodes.label(
            "Read from the candles as they stand now. History that arrived later may have changed them since.",
            "text-muted");

    WhyDetail(WhyViewModel model) {
        this.model = model;
        root.setId("why-detail");
        root.getStyleClass().add("side-form");
        root.setMinWidth(WIDTH);
        root.setMaxWidth(WIDTH);
        sentence.setWrapText(true);
        caution.setWrapText(true);
        root.getChildren().setAll(headline, sentence, rules, facts, caution);
        show(null);
    }

    Node root() {
        return root;
    }

    void show(@Nullable WhyLine line) {
        root.setVisible(line != null);
        if (line == null) {
            return;
        }
        Explanation bar = line.explanation();
        headline.setText(line.time.get().text() + "   " + WhyLine.words(bar.verdict()));
        Tones.apply(headline, WhyLine.tone(bar.verdict()));
        sentence.setText(bar.sentence());
        rules.getChildren().clear();
        int row = 0;
        for (Rule rule : bar.rules()) {
            Label mark = Nodes.fixedLabel(WhyLine.mark(rule.held()), "rule-state");
            Tones.apply(mark, WhyLine.tone(rule.held()));
            Label wanted = Nodes.label("wanted " + rule.wanted(), "text-muted");
            wanted.setWrapText(true);
            Label title = Nodes.label(rule.title());
            title.setWrapText(true);
            rules.addRow(
                    row++, mark, new VBox(title, wanted), Nodes.fixedLabel(rule.value(), "number", "detail-value"));
        }
        facts(bar);
    }

    private void facts(Explanation bar) {
        facts.getChildren().clear();
        fact(0, "Confidence", percent(bar.confidence()), "By our formula; defined while all conditions hold");
        fact(1, "Confidence v0", percent(bar.legacyConfidence()), "By the formula of the requirement");
        Optional<Signal> logged = model.logged(bar);
        String log = logged.map(signal -> "raised at " + CLOCK.format(IndiaTime.time(signal.raisedMillis())))
                .orElse(
                        bar.verdict() == Verdict.SIGNAL
                                ? "not in it: the strategy was not running or warm"
                                : "nothing");
        fact(2, "Signal log", log, "What the strategy did when the bar closed");
    }

    private void fact(int row, String name, String value, String meaning) {
        Label text = Nodes.label(value, "number");
        text.setWrapText(true);
        Tones.apply(text, value.equals(IndianNumbers.UNKNOWN) ? Tone.MUTED : Tone.NEUTRAL);
        facts.addRow(row, Nodes.tooltip(Nodes.fixedLabel(name, "text-muted"), meaning), text);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? IndianNumbers.UNKNOWN : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
