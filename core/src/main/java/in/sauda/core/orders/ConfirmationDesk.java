package in.sauda.core.orders;

import in.sauda.core.view.ConfirmationCard;
import in.sauda.core.view.UiEvent;
import in.sauda.core.view.UiEvents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The cards that wait for the user. A card is answered once; after its time it can no longer be confirmed.
final class ConfirmationDesk {
    /// A signal's order must be confirmed within a minute (rules 6.1).
    static final long SIGNAL_CARD_NANOS = 60_000_000_000L;

    /// A manual order's card lives half a minute: the price the user looked at is then old.
    static final long MANUAL_CARD_NANOS = 30_000_000_000L;

    private final UiEvents events;
    private final Map<ClientOrderId, ConfirmationCard> cards = new LinkedHashMap<>();

    ConfirmationDesk(UiEvents events) {
        this.events = events;
    }

    static long lifeNanos(boolean signal) {
        return signal ? SIGNAL_CARD_NANOS : MANUAL_CARD_NANOS;
    }

    void open(ConfirmationCard card) {
        cards.put(card.request().id(), card);
        events.add(new UiEvent.ConfirmationRequested(card));
    }

    /// Closes a card and returns it; null when it was answered before.
    @Nullable
    ConfirmationCard close(ClientOrderId id, String outcome) {
        ConfirmationCard card = cards.remove(id);
        if (card != null) {
            events.add(new UiEvent.ConfirmationClosed(id, outcome));
        }
        return card;
    }

    @Nullable
    ConfirmationCard find(ClientOrderId id) {
        return cards.get(id);
    }

    static boolean expired(ConfirmationCard card, long nowNanos) {
        return nowNanos - card.expiresNanos() >= 0;
    }

    /// Cards whose time is over.
    List<ClientOrderId> expired(long nowNanos) {
        List<ClientOrderId> over = new ArrayList<>();
        cards.forEach((id, card) -> {
            if (expired(card, nowNanos)) {
                over.add(id);
            }
        });
        return over;
    }
}
