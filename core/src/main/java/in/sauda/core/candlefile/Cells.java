package in.sauda.core.candlefile;

import in.sauda.core.domain.FixedPoint;
import java.math.BigDecimal;
import java.util.Arrays;

/// One line of a delimited file, cut into cells without copying them. Reused for the next line.
///
/// Cells are trimmed and lose surrounding quotation marks; a delimiter inside quotation marks does not cut.
final class Cells {
    /// What a number that cannot be read becomes.
    static final long UNREADABLE = Long.MIN_VALUE;

    private final char delimiter;
    private String line = "";
    private int[] from = new int[16];
    private int[] to = new int[16];
    private int count;

    Cells(char delimiter) {
        this.delimiter = delimiter;
    }

    /// The delimiter a header uses: comma, semicolon or tab, whichever it has most of.
    static char delimiter(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    void cut(String text) {
        line = text;
        count = 0;
        int begin = 0;
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || (text.charAt(i) == delimiter && !quoted)) {
                add(begin, i);
                begin = i + 1;
            } else if (text.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
    }

    private void add(int begin, int end) {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
        }
        int first = begin;
        int last = end;
        while (first < last && edge(line.charAt(first))) {
            first++;
        }
        while (last > first && edge(line.charAt(last - 1))) {
            last--;
        }
        from[count] = first;
        to[count] = last;
        count++;
    }

    private static boolean edge(char c) {
        return c <= ' ' || c == '"' || c == '\uFEFF';
    }

    int count() {
        return count;
    }

    String text(int cell) {
        return line.substring(from[cell], to[cell]);
    }

    boolean blank(int cell) {
        return cell < 0 || cell >= count || from[cell] == to[cell];
    }

    /// True when the cell holds exactly that text.
    boolean is(int cell, String text) {
        return to[cell] - from[cell] == text.length() && line.startsWith(text, from[cell]);
    }

    /// A decimal number as fixed-point, rounded half up, or {@link #UNREADABLE}.
    long fixed(int cell, int decimals) {
        if (blank(cell)) {
            return UNREADABLE;
        }
        int at = from[cell];
        int end = to[cell];
        long value = 0;
        int fraction = -1;
        for (; at < end; at++) {
            char c = line.charAt(at);
            if (c == '.' && fraction < 0) {
                fraction = 0;
            } else if (c >= '0' && c <= '9' && value < 1_000_000_000_000_000L && fraction < decimals) {
                value = value * 10 + (c - '0');
                fraction = fraction < 0 ? -1 : fraction + 1;
            } else if (c != '0' || fraction < decimals) {
                return exact(cell, decimals);
            }
        }
        return value * FixedPoint.scale(decimals - Math.max(0, fraction));
    }

    private long exact(int cell, int decimals) {
        try {
            return FixedPoint.fromRupees(new BigDecimal(text(cell)), decimals);
        } catch (ArithmeticException | NumberFormatException notANumber) {
            return UNREADABLE;
        }
    }

    /// True when the cell has digits other than zero beyond that many decimals.
    boolean finerThan(int cell, int decimals) {
        int point = line.indexOf('.', from[cell]);
        if (point < 0 || point >= to[cell]) {
            return false;
        }
        for (int i = point + 1 + decimals; i < to[cell]; i++) {
            if (line.charAt(i) != '0') {
                return true;
            }
        }
        return false;
    }

    String line() {
        return line;
    }

    int from(int cell) {
        return from[cell];
    }

    int to(int cell) {
        return to[cell];
    }
}
