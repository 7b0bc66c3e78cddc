package in.sauda.app.session;

import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.time.TimeSource;
import in.sauda.core.timeline.JobFailedException;
import in.sauda.core.truth.CandleTruth;
import in.sauda.core.truth.RereadProgress;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/// The 16:05 row of the timeline: the engine reads the day again by itself, and this waits for what it found (rules 7.8
/// and 8.3).
///
/// @param ask has the engine read a day that it has not begun by itself
/// @param pauseMillis between two looks
record FinalCandles(CandleTruth truth, Ask ask, TimeSource time, long pauseMillis) {
    private static final long BEGINS_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(15);

    /// Reads a day again, because somebody asked.
    interface Ask {
        void reread(LocalDate day);
    }

    /// Blocks until everything was read.
    ///
    /// @return what came of it, one sentence
    /// @throws JobFailedException when minutes differ or could not be read
    String await(LocalDate day) throws JobFailedException, InterruptedException {
        long began = time.nanos();
        boolean asked = false;
        RereadProgress now = truth.progress();
        while (!day.equals(now.date()) || now.running()) {
            long waited = time.nanos() - began;
            boolean begun = day.equals(now.date());
            if (!begun && waited > BEGINS_NANOS && asked) {
                return "No minutes of today were made from prices, so there is nothing to compare.";
            }
            if (!begun && waited > BEGINS_NANOS) {
                asked = true;
                began = time.nanos();
                ask.reread(day);
            }
            if (begun && waited > PATIENCE_NANOS) {
                throw new JobFailedException(now.done() + " of " + now.asked()
                        + " instruments were read again within a quarter of an hour; the rest follows by itself.");
            }
            TimeUnit.MILLISECONDS.sleep(pauseMillis);
            now = truth.progress();
        }
        return words(now);
    }

    private static String words(RereadProgress now) throws JobFailedException {
        String read = IndianNumbers.units(now.done()) + (now.done() == 1 ? " instrument" : " instruments");
        String mended = now.mended() == 0 ? "" : " Missing minutes of " + now.mended() + " came from the broker.";
        if (now.differing() > 0 || now.failed() > 0) {
            throw new JobFailedException(now.differing() + " of " + read + " had minutes unlike the broker's, "
                    + now.failed() + " could not be read. Page Candle truth shows each." + mended);
        }
        return read + " compared, all as the broker's." + mended;
    }
}
