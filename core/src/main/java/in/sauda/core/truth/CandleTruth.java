package in.sauda.core.truth;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import java.time.LocalDate;
import java.util.List;

/// What a user interface may know of the origin of minutes. Safe from any thread; looking asks nobody for anything.
public interface CandleTruth {
    /// Instruments that make minutes, in no order.
    List<Instrument> instruments();

    /// The minutes of one of them.
    BarSeries minutes(Instrument instrument);

    /// The sessions the engine keeps minutes of, newest first.
    List<LocalDate> sessions();

    RereadProgress progress();

    /// What was found on a day, by symbol. Blocks on the disk.
    List<DayParity> parity(LocalDate date);

    /// The minutes behind one comparison. Blocks on the disk.
    List<MinuteDifference> differences(LocalDate date, InstrumentKey key);
}
