package in.sauda.core.view;

import in.sauda.core.orders.OrderRequest;
import in.sauda.core.signals.Signal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question to the user: shall this order be sent?
///
/// @param request exactly what will be sent; its id is the card's id
/// @param strategy {@code manual} or the strategy's name
/// @param signal the signal behind it, null for a manual order
/// @param priceAtStart last price when the card was made, fixed-point, 0 when unknown; drift is measured from the
/// signal or this
/// @param valuePaise quantity times price
/// @param raisedNanos monotonic time of creation
/// @param expiresNanos monotonic time after which a confirmation is refused
/// @param warnings plain sentences
/// @param replaces broker order id the card modifies, null for a new order
/// @param broker who carries it out, for people
/// @param parts in how many orders the broker sends it, because the exchange takes no larger ones; 1 for a whole
public record ConfirmationCard(
        OrderRequest request,
        String strategy,
        @Nullable Signal signal,
        long priceAtStart,
        long valuePaise,
        boolean exit,
        long raisedNanos,
        long expiresNanos,
        List<String> warnings,
        @Nullable String replaces,
        String broker,
        int parts) {
    public ConfirmationCard {
        warnings = List.copyOf(warnings);
    }
}
