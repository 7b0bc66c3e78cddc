package in.sauda.app.account;

import in.sauda.app.fx.Tone;
import in.sauda.core.account.Reading;
import in.sauda.core.broker.BrokerFailure;

/// How trustworthy something read from the broker's books is right now, in words.
///
/// @param present there is a value to show
/// @param text what to say about it
/// @param nextStep what the user can do, may be empty
record BooksState(boolean present, String text, String nextStep, Tone tone) {
    /// Books are read every minute; older ones mean that reading fails.
    static final long STALE_NANOS = 180_000_000_000L;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    static BooksState of(Reading<?> reading, boolean loggedIn, long nowNanos) {
        boolean present = reading.value() != null;
        BrokerFailure failure = reading.failure();
        if (failure != null) {
            String words = failure.sentence() + "  [" + failure.code() + "]";
            return new BooksState(
                    present,
                    present ? words + " What is shown is " + age(reading, nowNanos) + " old." : words,
                    failure.nextStep(),
                    present ? Tone.WARNING : Tone.DANGER);
        }
        if (!loggedIn) {
            return new BooksState(
                    present,
                    present ? "Logged out; " + age(reading, nowNanos) + " old." : "There is no login at a broker.",
                    "Log in to see the account.",
                    Tone.WARNING);
        }
        if (!present) {
            return new BooksState(false, "Reading the broker's books …", "", Tone.MUTED);
        }
        boolean stale = reading.ageNanos(nowNanos) > STALE_NANOS;
        String text = "As of " + age(reading, nowNanos) + " ago" + (reading.loading() ? ", reading again …" : "");
        return new BooksState(true, text, stale ? "Refresh." : "", stale ? Tone.WARNING : Tone.MUTED);
    }

    static String age(Reading<?> reading, long nowNanos) {
        long seconds = Math.max(0, reading.ageNanos(nowNanos)) / NANOS_PER_SECOND;
        return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
    }
}
