package in.sauda.core.alerts;

import java.util.List;
import java.util.Optional;

/// A number an alert looks at. Indicators are those of the chart, over closed one-minute bars.
public enum AlertMeasure {
    PRICE("price", "Price", "₹", Source.QUOTE),
    CHANGE("change", "Change of the day", "%", Source.QUOTE),
    VOLUME("volume", "Volume of the day", "units", Source.QUOTE),
    RELATIVE_VOLUME("rvol", "Relative volume", "×", Source.MINUTE),
    VWAP_GAP("vwap", "Close against VWAP", "%", Source.MINUTE),
    HIGH_DISTANCE("high", "Distance below the day's high", "%", Source.MINUTE),
    EMA_GAP("ema", "EMA 9 against EMA 21", "%", Source.MINUTE),
    RSI("rsi", "RSI 14", "", Source.MINUTE),
    ADX("adx", "ADX 14", "", Source.MINUTE),
    MACD("macd", "MACD histogram 12, 26, 9", "₹", Source.MINUTE),
    SUPERTREND("supertrend", "Close against Supertrend 7, 3", "%", Source.MINUTE),
    /// Minutes since midnight in India.
    TIME("time", "Time of the day", "", Source.CLOCK);

    /// What makes the number move.
    public enum Source {
        /// Every price.
        QUOTE,
        /// Every closed minute.
        MINUTE,
        CLOCK
    }

    private final String id;
    private final String title;
    private final String unit;
    private final Source source;

    AlertMeasure(String id, String title, String unit, Source source) {
        this.id = id;
        this.title = title;
        this.unit = unit;
        this.source = source;
    }

    /// Stable name, lower case.
    public String id() {
        return id;
    }

    /// For people.
    public String title() {
        return title;
    }

    /// Behind or before the value, may be empty.
    public String unit() {
        return unit;
    }

    public Source source() {
        return source;
    }

    public static Optional<AlertMeasure> named(String id) {
        return List.of(values()).stream()
                .filter(measure -> measure.id.equalsIgnoreCase(id))
                .findFirst();
    }
}
