package in.sauda.simulator.market;

import in.sauda.core.calendar.Phase;
import in.sauda.core.calendar.PhaseSpan;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.calendar.TradingCalendar;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/// One day of one session class in slots: when it trades, when its auctions print.
///
/// @param openAuctionSlot the pre-open match, or -1
/// @param closeAuctionSlot the closing auction's match, or -1
/// @param spans the phases themselves
public record SessionPlan(
        int continuousStart, int continuousEnd, int openAuctionSlot, int closeAuctionSlot, List<PhaseSpan> spans) {
    private static final LocalDate LATE_MATCH_FROM = LocalDate.of(2026, 9, 7);
    private static final LocalDate AUCTION_FROM = LocalDate.of(2026, 8, 3);

    public SessionPlan {
        spans = List.copyOf(spans);
    }

    public static SessionPlan of(TradingCalendar calendar, SessionClass sessionClass, LocalDate date, long seed) {
        List<PhaseSpan> spans = calendar.phases(sessionClass, date);
        PhaseSpan continuous = calendar.continuous(sessionClass, date);
        boolean preOpen = spans.stream().anyMatch(span -> span.phase() == Phase.PRE_OPEN);
        boolean closing = date.compareTo(AUCTION_FROM) >= 0
                && (sessionClass == SessionClass.INDEX || sessionClass == SessionClass.CASH_WITH_DERIVATIVES);
        return new SessionPlan(
                Slots.of(continuous.start()),
                Slots.of(continuous.end()),
                preOpen ? openMatch(date, seed) : -1,
                closing ? closeMatch(date, seed) : -1,
                spans);
    }

    /// Order entry ends at random in the last two minutes; matching follows at once.
    private static int openMatch(LocalDate date, long seed) {
        LocalTime earliest = date.isBefore(LATE_MATCH_FROM) ? LocalTime.of(9, 7) : LocalTime.of(9, 8);
        return Slots.of(earliest) + (int) (Noise.uniform(Noise.hash(seed, date.toEpochDay(), 901)) * 120);
    }

    private static int closeMatch(LocalDate date, long seed) {
        return Slots.of(LocalTime.of(15, 30)) + (int) (Noise.uniform(Noise.hash(seed, date.toEpochDay(), 902)) * 120);
    }

    public Phase phaseAt(int slot) {
        LocalTime time = Slots.ORIGIN.plusSeconds(Math.floorDiv(slot, Slots.PER_SECOND));
        for (PhaseSpan span : spans) {
            if (!time.isBefore(span.start()) && time.isBefore(span.end())) {
                return span.phase();
            }
        }
        return Phase.CLOSED;
    }

    public boolean continuous(int slot) {
        return slot >= continuousStart && slot < continuousEnd;
    }

    /// The slot whose fair value becomes the official close.
    int closeSlot() {
        return closeAuctionSlot >= 0 ? closeAuctionSlot : continuousEnd - 1;
    }
}
