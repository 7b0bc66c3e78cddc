package in.sauda.core.view;

import in.sauda.core.feed.Depth;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// What feeds tell beside quotes: books of more than five levels and the brokers' own Greeks.
///
/// Nothing is decided by them, so they go past the engine: any feed thread writes, any thread reads what was written
/// last. Of two brokers' books the fuller one stays as long as it is fresh.
public final class FeedExtras {
    /// A book nobody has renewed for as long is given up for a shorter one, and shown as old.
    public static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);

    /// @param receivedNanos monotonic time of receipt
    public record Book(Depth depth, long receivedNanos) {
        public boolean fresh(long nowNanos) {
            return nowNanos - receivedNanos < FRESH_NANOS;
        }
    }

    /// Figures as the broker sends them.
    ///
    /// @param theta change of the premium a day, in rupees
    /// @param vega change of the premium for one percent of volatility, in rupees
    /// @param impliedVolatility percent a year
    /// @param receivedNanos monotonic time of receipt
    public record Greeks(
            double delta, double gamma, double theta, double vega, double impliedVolatility, long receivedNanos) {}

    private final AtomicReferenceArray<Book> books;
    private final AtomicReferenceArray<Greeks> greeks;

    /// @param capacity registry indexes there is room for; what is beyond is not kept
    public FeedExtras(int capacity) {
        books = new AtomicReferenceArray<>(capacity);
        greeks = new AtomicReferenceArray<>(capacity);
    }

    /// @param instrument registry index
    public void book(int instrument, Depth depth, long receivedNanos) {
        if (instrument >= books.length()) {
            return;
        }
        Book known = books.get(instrument);
        if (known == null || known.depth().levels() <= depth.levels() || !known.fresh(receivedNanos)) {
            books.set(instrument, new Book(depth, receivedNanos));
        }
    }

    /// @param instrument registry index
    public void greeks(int instrument, Greeks told) {
        if (instrument < greeks.length()) {
            greeks.set(instrument, told);
        }
    }

    /// The deepest book known of an instrument, empty when none beyond five levels ever came.
    public Optional<Book> book(int instrument) {
        return instrument < 0 || instrument >= books.length()
                ? Optional.empty()
                : Optional.ofNullable(books.get(instrument));
    }

    /// What a broker said last of an option.
    public Optional<Greeks> greeks(int instrument) {
        return instrument < 0 || instrument >= greeks.length()
                ? Optional.empty()
                : Optional.ofNullable(greeks.get(instrument));
    }
}
