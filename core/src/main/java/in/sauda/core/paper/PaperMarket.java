package in.sauda.core.paper;

import in.sauda.core.calendar.Phase;
import in.sauda.core.view.QuoteRow;
import org.jspecify.annotations.Nullable;

/// What the paper exchange knows of the real one.
public interface PaperMarket {
    /// Newest quote of an instrument, or null.
    @Nullable
    QuoteRow quote(int instrument);

    /// What the instrument's market is doing.
    Phase phase(int instrument);

    /// Monotonic time.
    long nanos();

    /// The exchange's time, epoch milliseconds.
    long exchangeMillis();
}
