package in.sauda.app.inspector;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.QuoteText;
import in.sauda.app.fx.Registration;
import in.sauda.app.link.LinkedInstrument;
import in.sauda.app.watchlist.Ages;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentWords;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The fourteen fields of note 002 of the linked symbol, and where its candles of the day came from. FX thread only.
public final class InspectorViewModel {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    /// One field.
    ///
    /// @param meaning for the tooltip
    record Field(String name, String value, String meaning) {}

    /// Everything shown.
    ///
    /// @param title empty while no symbol is linked
    /// @param provenance where the day's candles came from
    record Shown(String title, List<Field> fields, List<Field> provenance) {
        Shown {
            fields = List.copyOf(fields);
            provenance = List.copyOf(provenance);
        }
    }

    /// What the day's closed candles add up to.
    private record Day(
            double weighted,
            long volume,
            long high,
            long low,
            int made,
            int history,
            int revised,
            int partial,
            int spike) {}

    private final Terminal terminal;
    private final LinkedInstrument linked;
    private final IntFunction<String> sources;
    private final TimeSource time;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(new Shown("", List.of(), List.of()));
    private Registration registration = () -> {};

    /// @param sources whose price of an instrument is in force, by registry index
    public InspectorViewModel(
            Terminal terminal, LinkedInstrument linked, IntFunction<String> sources, TimeSource time) {
        this.terminal = terminal;
        this.linked = linked;
        this.sources = sources;
        this.time = time;
    }

    void attach(PulseDriver driver) {
        registration.remove();
        refresh();
        registration = driver.onStatus(ignored -> refresh());
    }

    void detach() {
        registration.remove();
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    private void refresh() {
        Instrument instrument = linked.get();
        Shown next = instrument == null ? new Shown("", List.of(), List.of()) : make(instrument);
        if (!next.equals(shown.get())) {
            shown.set(next);
        }
    }

    private Shown make(Instrument instrument) {
        BarSeries bars = terminal.bars(instrument, Timeframe.M1);
        QuoteRow quote = terminal.quotes().get(linked.index());
        Day day = day(bars);
        List<Field> fields = new ArrayList<>(session(instrument.segment(), quote, provenance(quote), day));
        fields.addAll(minute(instrument.segment(), bars));
        fields.add(new Field(
                "Updates", quote == null ? IndianNumbers.UNKNOWN : IndianNumbers.units(quote.updates()), "tick_count"));
        fields.add(new Field("Candles made", Integer.toString(day.made), "candles_generated: closed today from ticks"));
        return new Shown(InstrumentWords.brief(instrument), fields, provenance(day));
    }

    /// Whose price it is, and how long ago it came.
    private String provenance(@Nullable QuoteRow quote) {
        return quote == null
                ? ""
                : ": " + sources.apply(linked.index()) + "'s, "
                        + Ages.text(Math.max(0, time.nanos() - quote.receivedNanos())) + " old";
    }

    private static Day day(BarSeries bars) {
        double weighted = 0;
        long volume = 0;
        long high = 0;
        long low = Long.MAX_VALUE;
        int[] counts = new int[5];
        int size = bars.size();
        long from = size == 0 ? 0 : IndiaTime.startOfDay(bars.startMillis(size - 1));
        for (int bar = size - 1; bar >= 0 && bars.startMillis(bar) >= from; bar--) {
            double typical =
                    FixedPoint.toDouble(bars.high(bar) + bars.low(bar) + bars.close(bar), bars.priceDecimals()) / 3;
            long units = Math.max(0, bars.volume(bar));
            weighted += typical * units;
            volume += units;
            high = Math.max(high, bars.high(bar));
            low = Math.min(low, bars.low(bar));
            if (bar < size - 1 || !bars.forming()) {
                count(bars.flags(bar), counts);
            }
        }
        return new Day(weighted, volume, high, low, counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    private static void count(int flags, int[] counts) {
        boolean history = (flags & Candle.HISTORY) != 0;
        counts[0] += history ? 0 : 1;
        counts[1] += history ? 1 : 0;
        counts[2] += (flags & Candle.REVISED) != 0 ? 1 : 0;
        counts[3] += (flags & Candle.PARTIAL) != 0 ? 1 : 0;
        counts[4] += (flags & Candle.SPIKE) != 0 ? 1 : 0;
    }

    private static List<Field> session(Segment segment, @Nullable QuoteRow quote, String provenance, Day day) {
        String vwap = day.volume == 0
                ? IndianNumbers.UNKNOWN
                : String.format(Locale.ROOT, "%,.2f", day.weighted / day.volume);
        return List.of(
                new Field(
                        "Last price",
                        quote == null ? IndianNumbers.UNKNOWN : QuoteText.price(quote.lastPrice(), segment),
                        "last_price" + provenance),
                new Field(
                        "Volume of the day",
                        quote == null || quote.volume() < 0
                                ? IndianNumbers.UNKNOWN
                                : IndianNumbers.units(quote.volume()),
                        "cumulative_volume, as the exchange counts it"),
                new Field(
                        "Σ price × volume",
                        IndianNumbers.compactRupees(Math.round(day.weighted * 100)),
                        "vwap_numerator: typical price times volume of the day's candles"),
                new Field("Σ volume", IndianNumbers.units(day.volume), "vwap_denominator; VWAP is " + vwap),
                new Field("Day's high", QuoteText.price(day.high, segment), "high_of_day, of the candles"),
                new Field(
                        "Day's low",
                        day.low == Long.MAX_VALUE ? IndianNumbers.UNKNOWN : QuoteText.price(day.low, segment),
                        "low_of_day, of the candles"));
    }

    private static List<Field> minute(Segment segment, BarSeries bars) {
        int bar = bars.size() - 1;
        boolean open = bar >= 0 && bars.forming();
        return List.of(
                new Field("Minute: open", open ? price(bars.open(bar), segment) : none(), "current_1m_open"),
                new Field("Minute: high", open ? price(bars.high(bar), segment) : none(), "current_1m_high"),
                new Field("Minute: low", open ? price(bars.low(bar), segment) : none(), "current_1m_low"),
                new Field("Minute: close", open ? price(bars.close(bar), segment) : none(), "current_1m_close"),
                new Field(
                        "Minute: volume",
                        open && bars.volume(bar) >= 0 ? IndianNumbers.units(bars.volume(bar)) : none(),
                        "current_1m_volume"),
                new Field(
                        "Minute began",
                        open ? CLOCK.format(IndiaTime.time(bars.startMillis(bar))) : none(),
                        "current_candle_start"));
    }

    private static String price(long price, Segment segment) {
        return IndianNumbers.price(price, segment);
    }

    private static String none() {
        return IndianNumbers.UNKNOWN;
    }

    private static List<Field> provenance(Day day) {
        return List.of(
                new Field("From ticks", Integer.toString(day.made), "Candles of today this terminal made itself"),
                new Field("From history", Integer.toString(day.history), "Candles of today the broker's history gave"),
                new Field("Revised", Integer.toString(day.revised), "Amended after they closed, by late ticks"),
                new Field("Partial", Integer.toString(day.partial), "Not covered for their whole minute"),
                new Field("With a spike", Integer.toString(day.spike), "With a suspiciously large single print"));
    }
}
