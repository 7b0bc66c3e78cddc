package in.sauda.app.shell;

import in.sauda.app.confirm.CardQueue;
import in.sauda.app.confirm.CardQueue.State;
import in.sauda.app.confirm.CardView;
import in.sauda.core.orders.OrderTicket;
import in.sauda.core.view.ConfirmationCard;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The place where ticket and card take turns: the card covers the ticket while there is one, and only there.
///
/// A card the user asked for takes the keyboard. One that a strategy raised never takes it from a text field: an Enter
/// meant for the search must not confirm an order.
final class CardDock {
    private final CardQueue queue;
    private final CardView card;
    private final Node ticket;
    private final StackPane root;
    private final Runnable done;

    /// @param done told when the last card went and its keyboard focus is free
    CardDock(CardQueue queue, Node ticket, Runnable done) {
        this.queue = queue;
        this.ticket = ticket;
        this.done = done;
        card = new CardView(queue);
        root = new StackPane(ticket, card.root());
        root.setMinHeight(0);
        queue.state().subscribe(this::show);
        queue.card().subscribe(this::offerFocus);
    }

    Node root() {
        return root;
    }

    void focus() {
        if (queue.card().get() != null) {
            card.focus();
        }
    }

    private void show(State state) {
        boolean hadFocus = focusInside();
        card.root().setVisible(state != State.EMPTY);
        ticket.setVisible(state == State.EMPTY);
        if (state == State.EMPTY && hadFocus) {
            done.run();
        }
    }

    private void offerFocus(@Nullable ConfirmationCard shown) {
        if (shown == null || root.getScene() == null) {
            return;
        }
        boolean asked = shown.strategy().equals(OrderTicket.MANUAL) || focusInside();
        if (asked || !(root.getScene().getFocusOwner() instanceof TextInputControl)) {
            card.root().setVisible(true);
            card.focus();
        }
    }

    private boolean focusInside() {
        if (root.getScene() == null) {
            return false;
        }
        for (Node node = root.getScene().getFocusOwner(); node != null; node = node.getParent()) {
            if (root.equals(node)) {
                return true;
            }
        }
        return false;
    }
}
