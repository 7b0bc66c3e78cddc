package in.sauda.app.chart;

/// The values of one study, line by line; NaN where undefined.
final class StudyLines {
    private final Study study;
    private final double[][] lines;

    StudyLines(Study study, int bars, int lines) {
        this.study = study;
        this.lines = new double[lines][bars];
    }

    void set(int bar, double... values) {
        for (int line = 0; line < values.length; line++) {
            lines[line][bar] = values[line];
        }
    }

    Study study() {
        return study;
    }

    int count() {
        return lines.length;
    }

    /// Bars with values.
    int size() {
        return lines[0].length;
    }

    /// A value, NaN beyond the closed bars.
    double value(int line, int bar) {
        return bar >= 0 && bar < lines[line].length ? lines[line][bar] : Double.NaN;
    }
}
