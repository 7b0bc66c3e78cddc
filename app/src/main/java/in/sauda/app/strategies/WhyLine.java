package in.sauda.app.strategies;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.strategy.Explanation;
import in.sauda.core.strategy.Explanation.Held;
import in.sauda.core.strategy.Explanation.Rule;
import in.sauda.core.strategy.Explanation.Verdict;
import in.sauda.core.time.IndiaTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// One explained bar as a row.
final class WhyLine {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    final CellValue time = new CellValue();
    final CellValue close = new CellValue();
    final CellValue verdict = new CellValue();
    private final List<CellValue> rules = new ArrayList<>();
    private final Explanation explanation;

    /// @param columns how many rules the strategy has
    WhyLine(Explanation explanation, Instrument instrument, int columns) {
        this.explanation = explanation;
        time.show(CLOCK.format(IndiaTime.time(explanation.startMillis())), Tone.MUTED);
        close.show(IndianNumbers.price(explanation.close(), instrument.segment()));
        verdict.show(words(explanation.verdict()), tone(explanation.verdict()));
        for (int i = 0; i < columns; i++) {
            CellValue cell = new CellValue();
            if (explanation.rules().size() == columns) {
                Rule rule = explanation.rules().get(i);
                cell.show(mark(rule.held()) + " " + rule.value(), tone(rule.held()));
            }
            rules.add(cell);
        }
    }

    Explanation explanation() {
        return explanation;
    }

    CellValue rule(int column) {
        return rules.get(column);
    }

    static String words(Verdict verdict) {
        return switch (verdict) {
            case SIGNAL -> "▲ Signal";
            case HELD_BACK -> "Held back";
            case NO_SIGNAL -> "No signal";
            case NOT_JUDGED -> "Not judged";
        };
    }

    static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case SIGNAL -> Tone.GOOD;
            case HELD_BACK -> Tone.WARNING;
            case NO_SIGNAL -> Tone.NEUTRAL;
            case NOT_JUDGED -> Tone.MUTED;
        };
    }

    static String mark(Held held) {
        return switch (held) {
            case YES -> "✓";
            case NO -> "✗";
            case UNKNOWN -> "?";
        };
    }

    static Tone tone(Held held) {
        return switch (held) {
            case YES -> Tone.GOOD;
            case NO -> Tone.DANGER;
            case UNKNOWN -> Tone.MUTED;
        };
    }
}
