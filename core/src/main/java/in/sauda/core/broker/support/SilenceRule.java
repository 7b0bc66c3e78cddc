package in.sauda.core.broker.support;

import in.sauda.core.calendar.Phase;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// When a connection has been silent for too long (rules 7.8).
///
/// A socket that does not even answer pings is dead at any time of the day. One that answers but sends no
/// prices is
/// dead only while something on it is sure to trade: an index, a share with derivatives, or a crowd of
/// anything, in
/// continuous trading for half a minute. When a new socket stays silent too (a trading halt), patience doubles
/// up to
/// ten minutes, so that a halt does not become a storm of reconnects. Used under the feed's lock.
public final class SilenceRule {
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final int CROWD = 50;

    private final Function<SessionClass, Phase> phases;
    private long patienceNanos = SILENCE_NANOS;
    private long openedNanos;
    private long tradingSinceNanos;
    private boolean trading;

    public SilenceRule(Function<SessionClass, Phase> phases) {
        this.phases = phases;
    }

    public void opened(long nowNanos) {
        openedNanos = nowNanos;
        trading = false;
    }

    /// @param frameNanos time of the last packet; the opening counts as one
    /// @return why the connection has to go, or an empty text
    public String judge(long nowNanos, long heardNanos, long frameNanos, Collection<Subscription> carried) {
        if (nowNanos - heardNanos >= SILENCE_NANOS) {
            return "The feed has been silent for 30 seconds.";
        }
        if (frameNanos != openedNanos) {
            patienceNanos = SILENCE_NANOS;
        }
        if (!liquid(carried)) {
            trading = false;
            return "";
        }
        if (!trading) {
            trading = true;
            tradingSinceNanos = nowNanos;
        }
        long since = Math.max(frameNanos, tradingSinceNanos);
        if (nowNanos - since < patienceNanos) {
            return "";
        }
        String sentence =
                "The feed sends no prices although the market trades (" + patienceNanos / 1_000_000_000L + " s).";
        patienceNanos = Math.min(LONGEST_NANOS, patienceNanos * 2);
        return sentence;
    }

    private boolean liquid(Collection<Subscription> carried) {
        Map<SessionClass, Boolean> continuous = new EnumMap<>(SessionClass.class);
        int crowd = 0;
        for (Subscription subscription : carried) {
            Instrument instrument = subscription.instrument();
            if (continuous.computeIfAbsent(
                    SessionClass.of(instrument), market -> phases.apply(market) == Phase.CONTINUOUS)) {
                boolean busy = instrument.category() == InstrumentCategory.INDEX || instrument.closingAuction();
                if (busy || ++crowd >= CROWD) {
                    return true;
                }
            }
        }
        return false;
    }
}
