package in.sauda.app.options;

import in.sauda.app.fx.CellValue;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.options.ChainFigures;
import in.sauda.core.options.OptionStrike;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One strike of a chain.
public final class ChainRow {
    /// Where a strike lies against the price of the underlying.
    enum Place {
        UNKNOWN,
        /// The call is in the money.
        BELOW,
        AT_THE_MONEY,
        /// The put is in the money.
        ABOVE
    }

    private final OptionStrike strike;
    private final double rupees;
    final CellValue label;
    final ChainSide call;
    final ChainSide put;
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.UNKNOWN);

    ChainRow(OptionStrike strike, Segment segment) {
        this.strike = strike;
        call = new ChainSide(OptionType.CE, strike.call());
        put = new ChainSide(OptionType.PE, strike.put());
        label = new CellValue(IndianNumbers.strike(strike.strike(), segment));
        rupees = instruments()
                .findFirst()
                .map(option -> option.rupees(strike.strike()).doubleValue())
                .orElse(Double.NaN);
    }

    OptionStrike strike() {
        return strike;
    }

    double rupees() {
        return rupees;
    }

    Stream<Instrument> instruments() {
        return Stream.of(call.instrument(), put.instrument()).filter(Objects::nonNull);
    }

    ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    void place(Place next) {
        place.set(next);
    }

    ChainFigures.Interest interest() {
        return new ChainFigures.Interest(
                rupees, call.openInterest(), put.openInterest(), call.tradedUnits(), put.tradedUnits());
    }
}
