package in.sauda.app.options;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.QuoteText;
import in.sauda.app.fx.Tone;
import in.sauda.core.broker.OptionData;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.OptionType;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.options.Black76;
import in.sauda.core.options.OptionGreeks;
import in.sauda.core.view.FeedExtras;
import in.sauda.core.view.QuoteRow;
import java.util.Locale;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.jspecify.annotations.Nullable;

/// The call or the put of one strike and what its cells show.
public final class ChainSide {
    private final OptionType type;
    private final @Nullable Instrument instrument;
    final CellValue last = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue percent = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue bid = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue ask = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue volume = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue interest = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue interestChange = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue volatility = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue delta = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue gamma = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue theta = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue vega = new CellValue(IndianNumbers.UNKNOWN);
    private final ReadOnlyDoubleWrapper interestShare = new ReadOnlyDoubleWrapper();
    private @Nullable QuoteRow row;
    private double impliedVolatility = Double.NaN;

    /// @param instrument null where this side of the strike is not listed
    ChainSide(OptionType type, @Nullable Instrument instrument) {
        this.type = type;
        this.instrument = instrument;
    }

    @Nullable
    Instrument instrument() {
        return instrument;
    }

    void apply(QuoteRow quote, long nowNanos) {
        QuoteRow before = row;
        Instrument option = instrument;
        if (option == null) {
            return;
        }
        row = quote;
        long move = before != null && before.lastPrice() > 0 ? quote.lastPrice() - before.lastPrice() : 0;
        last.show(QuoteText.price(quote.lastPrice(), option.segment()), Tone.NEUTRAL, move, nowNanos);
        percent.show(QuoteText.percent(quote), Tone.ofSign(quote.change()));
        bid.show(QuoteText.price(quote.bid(), option.segment()));
        ask.show(QuoteText.price(quote.ask(), option.segment()));
        volume.show(quote.volume() >= 0 ? IndianNumbers.compact(quote.volume()) : IndianNumbers.UNKNOWN);
        interest.show(quote.openInterest() >= 0 ? IndianNumbers.compact(quote.openInterest()) : IndianNumbers.UNKNOWN);
    }

    /// Takes what the broker's own chain says: how far open interest has come since yesterday's close.
    void compare(OptionData.@Nullable Side broker) {
        if (broker == null || broker.previousInterest() < 0 || openInterest() < 0) {
            interestChange.show(IndianNumbers.UNKNOWN, Tone.MUTED);
            return;
        }
        long change = openInterest() - broker.previousInterest();
        interestChange.show(
                (change > 0 ? "+" : change < 0 ? String.valueOf(IndianNumbers.MINUS) : "")
                        + IndianNumbers.compact(Math.abs(change)),
                Tone.ofSign(change));
    }

    /// Shows the broker's Greeks instead of ours, as it sends them.
    void show(FeedExtras.@Nullable Greeks broker) {
        volatility.show(figure("%.1f", broker == null ? Double.NaN : broker.impliedVolatility()));
        delta.show(figure("%.2f", broker == null ? Double.NaN : broker.delta()));
        gamma.show(figure("%.4f", broker == null ? Double.NaN : broker.gamma()));
        theta.show(figure("%.2f", broker == null ? Double.NaN : broker.theta()));
        vega.show(figure("%.2f", broker == null ? Double.NaN : broker.vega()));
    }

    private static String figure(String format, double value) {
        return Double.isNaN(value) ? IndianNumbers.UNKNOWN : decimal(format, value);
    }

    /// Rupees, NaN where no price is known.
    double rupees() {
        QuoteRow quote = row;
        Instrument option = instrument;
        return quote == null || option == null || quote.lastPrice() <= 0
                ? Double.NaN
                : option.rupees(quote.lastPrice()).doubleValue();
    }

    /// Units, -1 where unknown.
    long openInterest() {
        QuoteRow quote = row;
        return quote == null ? -1 : Math.max(-1, quote.openInterest());
    }

    /// Units traded today, -1 where unknown.
    long tradedUnits() {
        QuoteRow quote = row;
        return quote == null ? -1 : Math.max(-1, quote.volume());
    }

    /// Fraction a year, NaN where the price implies none.
    double impliedVolatility() {
        return impliedVolatility;
    }

    /// Reckons anew what depends on the forward and on time.
    void reckon(double forward, double strike, double years, double rate) {
        double price = rupees();
        if (Double.isNaN(price) || Double.isNaN(forward)) {
            impliedVolatility = Double.NaN;
            for (CellValue cell : new CellValue[] {volatility, delta, gamma, theta, vega}) {
                cell.show(IndianNumbers.UNKNOWN, Tone.MUTED);
            }
            return;
        }
        OptionGreeks greeks = Black76.ofPrice(type, price, forward, strike, years, rate);
        impliedVolatility = greeks.volatility();
        boolean known = !Double.isNaN(impliedVolatility);
        volatility.show(known ? decimal("%.1f", 100 * impliedVolatility) : IndianNumbers.UNKNOWN);
        delta.show(decimal("%.2f", greeks.delta()));
        gamma.show(known ? decimal("%.4f", greeks.gamma()) : IndianNumbers.UNKNOWN);
        theta.show(known ? decimal("%.2f", greeks.theta()) : IndianNumbers.UNKNOWN);
        vega.show(known ? decimal("%.2f", greeks.vega()) : IndianNumbers.UNKNOWN);
    }

    private static String decimal(String format, double value) {
        return String.format(Locale.ENGLISH, format, value).replace('-', IndianNumbers.MINUS);
    }

    /// @param most the largest open interest on the screen
    void share(long most) {
        interestShare.set(most <= 0 ? 0 : Math.max(0, openInterest()) / (double) most);
    }

    /// Open interest as a part of the largest one shown, for the bar.
    ReadOnlyDoubleProperty interestShare() {
        return interestShare.getReadOnlyProperty();
    }
}
