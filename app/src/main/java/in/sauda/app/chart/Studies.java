package in.sauda.app.chart;

import in.sauda.core.candles.BarSeries;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The studies the user chose and their values, made anew when a bar closes or the history changes. Owned by the JavaFX
/// thread.
final class Studies {
    private final Set<Study> chosen = EnumSet.noneOf(Study.class);
    private List<StudyLines> lines = List.of();
    private @Nullable BarSeries known;
    private int closed = -1;
    private long layoutChanges = -1;

    void choose(Set<Study> wanted) {
        chosen.clear();
        chosen.addAll(wanted);
        closed = -1;
    }

    Set<Study> chosen() {
        return Set.copyOf(chosen);
    }

    /// Brings the values up to the newest closed bar.
    void update(BarSeries series, SeriesIndex index) {
        int size = index.pyramid().size();
        int nowClosed = series.forming() ? size - 1 : size;
        boolean same = series.equals(known) && nowClosed == closed && index.layoutChanges() == layoutChanges;
        if (same) {
            return;
        }
        known = series;
        closed = nowClosed;
        layoutChanges = index.layoutChanges();
        StudyInput input = new StudyInput(series, index.sessions(), Math.max(0, nowClosed));
        List<StudyLines> made = new ArrayList<>();
        for (Study study : chosen) {
            made.add(study.compute(input));
        }
        lines = made;
    }

    /// Studies over the candles.
    List<StudyLines> above() {
        return lines.stream().filter(each -> !each.study().below()).toList();
    }

    /// Studies in panes of their own.
    List<StudyLines> below() {
        return lines.stream().filter(each -> each.study().below()).toList();
    }

    /// How many panes are needed below the prices.
    int panes() {
        return (int) chosen.stream().filter(Study::below).count();
    }
}
