package in.sauda.core.candles;

import in.sauda.core.feed.MarketEvent;

/// Turns the day's cumulative volume of one instrument into the volume of each tick (rules 7.3).
///
/// Mutable and reused: {@link #accept} leaves its result in {@link #delta()}. Owned by the engine thread.
final class VolumeTracker {
    /// What a tick meant.
    enum Verdict {
        /// First tick before the open: its cumulative volume is the base.
        BASE,
        /// First tick of a session already running: base only, the candle is partial and history is needed.
        BASE_LATE,
        TRADE,
        /// Nothing traded since the last tick; the price may still have changed.
        UNCHANGED,
        OUT_OF_ORDER,
        DUPLICATE,
        /// The exchange took volume back: new base.
        CORRECTION,
        /// More than half of the day's volume vanished: the feed started again.
        FEED_RESET,
        /// The volume covers a gap of the feed over a minute boundary and belongs to no minute we saw.
        GAP,
        /// One print of more than a fifth of the day's volume after 09:20: a block deal.
        SPIKE,
        /// The feed carries no volume.
        UNKNOWN
    }

    private static final int SPIKE_FROM_MILLIS_OF_DAY = (9 * 60 + 20) * 60_000;

    private long lastCumulative = MarketEvent.UNKNOWN;
    private long lastSequence;
    private long lastExchangeMillis;
    private long lastReceivedNanos;
    private long connectionNanos;
    private long lastPrice;
    private long session = Long.MIN_VALUE;
    private boolean seen;
    private boolean priceChanged;
    private boolean first;
    private boolean polled;
    private long delta;
    private long gapVolume;
    private boolean afterLoss;
    private long seenUntilMillis;

    /// @param sessionDay any number that identifies the session date
    /// @param continuous true when the tick belongs to continuous trading
    /// @param connectedNanos when the feed was last connected again after a loss, or Long.MIN_VALUE
    /// @param millisOfDay event time, for the spike rule
    Verdict accept(MarketEvent event, long sessionDay, boolean continuous, long connectedNanos, int millisOfDay) {
        delta = 0;
        afterLoss = false;
        if (duplicate(event)) {
            return Verdict.DUPLICATE;
        }
        boolean newSession = seen && sessionDay > session;
        if (seen && (sessionDay < session || (!newSession && older(event) && event.volume <= lastCumulative))) {
            return Verdict.OUT_OF_ORDER;
        }
        if (newSession) {
            lastCumulative = event.volume == MarketEvent.UNKNOWN ? MarketEvent.UNKNOWN : 0;
        }
        boolean loss = seen && !newSession && (acrossLoss(event, connectedNanos) || fromAnotherConnection(event));
        boolean overMinutes = EventTime.minute(lastExchangeMillis) < EventTime.minute(event.exchangeMillis);
        Verdict verdict = judge(event, continuous, loss && overMinutes, millisOfDay);
        afterLoss = loss && (polled || verdict != Verdict.UNCHANGED || unseenTrades(event));
        seenUntilMillis = lastExchangeMillis;
        remember(event, sessionDay);
        return verdict;
    }

    /// An index has no volume to show that something happened meanwhile, but its price has moved.
    private boolean unseenTrades(MarketEvent event) {
        return event.volume == 0 && event.lastPrice != lastPrice;
    }

    private Verdict judge(MarketEvent event, boolean continuous, boolean afterGap, int millisOfDay) {
        long cumulative = event.volume;
        if (cumulative == MarketEvent.UNKNOWN) {
            return Verdict.UNKNOWN;
        }
        if (lastCumulative == MarketEvent.UNKNOWN) {
            return continuous ? Verdict.BASE_LATE : Verdict.BASE;
        }
        if (cumulative < lastCumulative) {
            return cumulative * 2 < lastCumulative ? Verdict.FEED_RESET : Verdict.CORRECTION;
        }
        long traded = cumulative - lastCumulative;
        if (traded == 0) {
            return Verdict.UNCHANGED;
        }
        if (afterGap) {
            gapVolume += traded;
            return Verdict.GAP;
        }
        delta = traded;
        boolean spike = millisOfDay >= SPIKE_FROM_MILLIS_OF_DAY && traded * 5 > cumulative;
        return spike ? Verdict.SPIKE : Verdict.TRADE;
    }

    private boolean duplicate(MarketEvent event) {
        return seen
                && event.conflatedCount == 0
                && event.sequence == lastSequence
                && event.exchangeMillis == lastExchangeMillis
                && event.lastPrice == lastPrice
                && event.volume == lastCumulative;
    }

    /// Within one exchange second the sequence decides; a polled quote has none, and then less volume is older.
    private boolean older(MarketEvent event) {
        if (event.exchangeMillis != lastExchangeMillis) {
            return event.exchangeMillis < lastExchangeMillis;
        }
        boolean sequenced = event.sequence > 0 && lastSequence > 0;
        return sequenced
                ? event.sequence < lastSequence
                : event.volume != MarketEvent.UNKNOWN && event.volume < lastCumulative;
    }

    private boolean acrossLoss(MarketEvent event, long connectedNanos) {
        return connectedNanos != Long.MIN_VALUE
                && lastReceivedNanos - connectedNanos < 0
                && event.receivedNanos - connectedNanos >= 0;
    }

    private boolean fromAnotherConnection(MarketEvent event) {
        return event.connectedNanos != 0 && connectionNanos != 0 && event.connectedNanos != connectionNanos;
    }

    private void remember(MarketEvent event, long sessionDay) {
        first = !seen;
        priceChanged = first || event.lastPrice != lastPrice;
        seen = true;
        session = sessionDay;
        lastSequence = event.sequence;
        lastExchangeMillis = Math.max(lastExchangeMillis, event.exchangeMillis);
        lastReceivedNanos = event.receivedNanos;
        connectionNanos = event.connectedNanos;
        polled = event.polled;
        lastPrice = event.lastPrice;
        if (event.volume != MarketEvent.UNKNOWN) {
            lastCumulative = event.volume;
        }
    }

    /// Units the last tick added to its minute.
    long delta() {
        return delta;
    }

    /// True when the last tick was the first one ever.
    boolean first() {
        return first;
    }

    /// True when the last tick's price differs from the one before it.
    boolean priceChanged() {
        return priceChanged;
    }

    /// True when the last tick came over another connection than the one before it and something was traded between
    /// them, or when the one before it was polled: a poll sees only every few seconds what is traded.
    boolean afterLoss() {
        return afterLoss;
    }

    /// Exchange time of the tick before the last one: until then nothing is missing.
    long seenUntilMillis() {
        return seenUntilMillis;
    }

    /// Units that were traded while nobody looked, or that came too late to be put anywhere.
    long gapVolume() {
        return gapVolume;
    }

    void addGapVolume(long units) {
        gapVolume += units;
    }
}
