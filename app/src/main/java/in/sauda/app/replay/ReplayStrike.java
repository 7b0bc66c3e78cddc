package in.sauda.app.replay;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.QuoteText;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.options.ChainFigures;
import in.sauda.core.options.OptionStrike;
import in.sauda.core.view.QuoteRow;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One strike of the recorded chain.
final class ReplayStrike {
    /// The call or the put.
    static final class Side {
        private final @Nullable Instrument option;
        final CellValue last = new CellValue(IndianNumbers.UNKNOWN);
        final CellValue percent = new CellValue(IndianNumbers.UNKNOWN);
        final CellValue volume = new CellValue(IndianNumbers.UNKNOWN);
        final CellValue interest = new CellValue(IndianNumbers.UNKNOWN);
        private long openInterest = -1;
        private long traded = -1;

        private Side(@Nullable Instrument option) {
            this.option = option;
        }

        private void show(Function<Instrument, Optional<QuoteRow>> quotes) {
            if (option != null) {
                quotes.apply(option).ifPresent(quote -> show(option.segment(), quote));
            }
        }

        private void show(Segment segment, QuoteRow quote) {
            openInterest = Math.max(-1, quote.openInterest());
            traded = Math.max(-1, quote.volume());
            last.show(QuoteText.price(quote.lastPrice(), segment));
            percent.show(QuoteText.percent(quote), Tone.ofSign(quote.change()));
            volume.show(traded < 0 ? IndianNumbers.UNKNOWN : IndianNumbers.compact(traded));
            interest.show(openInterest < 0 ? IndianNumbers.UNKNOWN : IndianNumbers.compact(openInterest));
        }
    }

    final CellValue label;
    final Side call;
    final Side put;
    private final OptionStrike strike;

    ReplayStrike(OptionStrike strike, Segment segment) {
        this.strike = strike;
        label = new CellValue(IndianNumbers.strike(strike.strike(), segment));
        call = new Side(strike.call());
        put = new Side(strike.put());
    }

    OptionStrike strike() {
        return strike;
    }

    void show(Function<Instrument, Optional<QuoteRow>> quotes) {
        call.show(quotes);
        put.show(quotes);
    }

    /// For figures of the whole chain.
    ChainFigures.Interest interest() {
        return new ChainFigures.Interest(strike.strike(), call.openInterest, put.openInterest, call.traded, put.traded);
    }
}
