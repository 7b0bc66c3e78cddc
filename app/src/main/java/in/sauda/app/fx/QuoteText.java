package in.sauda.app.fx;

import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.view.QuoteRow;

/// Prices of a quote as every table writes them.
public final class QuoteText {
    private QuoteText() {}

    /// @param price fixed-point, 0 or less where it is not known
    public static String price(long price, Segment segment) {
        return price > 0 ? IndianNumbers.price(price, segment) : IndianNumbers.UNKNOWN;
    }

    /// Change against the previous close, with a sign.
    public static String change(QuoteRow row, Segment segment) {
        return row.previousClose() > 0 ? IndianNumbers.signedPrice(row.change(), segment) : IndianNumbers.UNKNOWN;
    }

    /// The same in percent, with an arrow instead of a sign.
    public static String percent(QuoteRow row) {
        double percent = row.changePercent();
        if (Double.isNaN(percent)) {
            return IndianNumbers.UNKNOWN;
        }
        String arrow = row.change() > 0 ? "▲ " : row.change() < 0 ? "▼ " : "";
        return arrow + IndianNumbers.percent(Math.abs(percent)).replace("+", "");
    }
}
