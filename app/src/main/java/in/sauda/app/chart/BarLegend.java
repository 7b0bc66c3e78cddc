package in.sauda.app.chart;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.BarSource;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.domain.IndianNumbers;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The values of one bar in words and digits, made again only where they changed. Owned by the JavaFX thread.
final class BarLegend {
    /// One entry of the legend.
    enum Item {
        OPEN("O"),
        HIGH("H"),
        LOW("L"),
        CLOSE("C"),
        /// Against the close of the bar before.
        CHANGE(""),
        VOLUME("Vol"),
        VWAP("VWAP"),
        /// Where the bar comes from.
        SOURCE("");

        private final String label;

        Item(String label) {
            this.label = label;
        }

        /// Shown before the value, may be empty.
        String label() {
            return label;
        }
    }

    private static final long UNDEFINED = Long.MIN_VALUE;

    private final PriceText prices;
    private final Map<Item, Entry> entries = new EnumMap<>(Item.class);
    private long knownBase;
    private boolean gained;

    BarLegend(PriceText prices) {
        this.prices = prices;
        for (Item item : Item.values()) {
            entries.put(item, new Entry());
        }
    }

    /// Takes the values of a bar.
    void update(BarSeries series, int bar, boolean withVolume) {
        long base = bar > 0 ? series.close(bar - 1) : series.open(bar);
        double vwap = series.vwap(bar);
        price(Item.OPEN, series.open(bar));
        price(Item.HIGH, series.high(bar));
        price(Item.LOW, series.low(bar));
        price(Item.CLOSE, series.close(bar));
        change(series.close(bar), base);
        volume(withVolume ? series.volume(bar) : -1);
        price(Item.VWAP, Double.isNaN(vwap) ? UNDEFINED : FixedPoint.fromRupees(vwap, series.priceDecimals()));
        source(series.flags(bar));
    }

    /// Text of an entry, empty when it is undefined and not shown.
    String text(Item item) {
        return entry(item).text;
    }

    /// Whether the bar closed at or above the bar before it, which its own colour does not say.
    boolean gained() {
        return gained;
    }

    private void price(Item item, long value) {
        Entry entry = entry(item);
        if (entry.changesTo(value)) {
            entry.text = value == UNDEFINED ? "" : prices.price(value);
        }
    }

    private void change(long close, long base) {
        Entry entry = entry(Item.CHANGE);
        if (entry.changesTo(close) || base != knownBase) {
            knownBase = base;
            gained = close >= base;
            String percent = base == 0 ? "" : " (" + IndianNumbers.percent((close - base) * 100.0 / base) + ")";
            entry.text = prices.signed(close - base) + percent;
        }
    }

    private void source(int flags) {
        Entry entry = entry(Item.SOURCE);
        if (entry.changesTo(flags)) {
            entry.text = BarSource.describe(flags);
        }
    }

    private void volume(long units) {
        Entry entry = entry(Item.VOLUME);
        if (entry.changesTo(units)) {
            entry.text = units < 0 ? "" : IndianNumbers.compact(units);
        }
    }

    private Entry entry(Item item) {
        return Objects.requireNonNull(entries.get(item));
    }

    /// A text and the value it was made from.
    private static final class Entry {
        private boolean made;
        private long value;
        private String text = "";

        boolean changesTo(long newValue) {
            boolean changes = !made || value != newValue;
            made = true;
            value = newValue;
            return changes;
        }
    }
}
