package in.sauda.simulator.exchange;

import in.sauda.core.calendar.Phase;
import in.sauda.core.domain.Side;
import in.sauda.simulator.market.Slots;
import in.sauda.simulator.market.Tape;
import in.sauda.simulator.master.Contract;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/// What the exchange and the broker's risk desk refuse after an order was accepted, with texts in their manner.
final class OrderChecks {
    private static final int AUCTION_ENTRY_SLOT = Slots.of(LocalTime.of(15, 20));

    private OrderChecks() {}

    /// True while orders are only taken for the next session.
    static boolean outsideHours(Phase phase) {
        return phase == Phase.CLOSED || phase == Phase.POST_CLOSE;
    }

    /// The reason to reject, if any. Outside hours an order is checked like any other, except for the session.
    static Optional<String> refusal(OrderSpec spec, Tape tape, Phase phase) {
        Contract contract = spec.contract();
        if (contract.kind() == Contract.Kind.INDEX) {
            return Optional.of("RMS:Rule: an index cannot be traded");
        }
        if (Surveillance.listed(contract) && !spec.consent()) {
            return Optional.of("RMS:Rule: " + contract.symbol()
                    + " is under surveillance, the order needs the consent of the client (scripconsent)");
        }
        Optional<String> session = session(spec, tape, phase);
        if (session.isPresent()) {
            return session;
        }
        if (spec.quantity() % contract.lotSize() != 0) {
            return Optional.of("16052 : Quantity is not a multiple of the lot size " + contract.lotSize());
        }
        if (contract.freezeQuantity() > 0 && spec.quantity() > contract.freezeQuantity()) {
            return Optional.of("17079 : Order quantity exceeds the freeze quantity " + contract.freezeQuantity());
        }
        return price(spec, tape);
    }

    private static Optional<String> session(OrderSpec spec, Tape tape, Phase phase) {
        return switch (phase) {
            case CONTINUOUS, CLOSED, POST_CLOSE -> Optional.empty();
            case PRE_OPEN -> auction(spec);
            case CLOSING_AUCTION ->
                tape.slot() < AUCTION_ENTRY_SLOT
                        ? Optional.of("16060 : Order entry of the closing auction starts at 15:20")
                        : auction(spec);
        };
    }

    private static Optional<String> auction(OrderSpec spec) {
        return spec.stop()
                ? Optional.of("16387 : Stop loss orders are not allowed in an auction session")
                : Optional.empty();
    }

    private static Optional<String> price(OrderSpec spec, Tape tape) {
        long tick = spec.contract().tick();
        if (spec.price() % tick != 0 || spec.trigger() % tick != 0) {
            return Optional.of("16283 : The order price is not a multiple of the tick size "
                    + plain(spec.contract().toRupees(tick)));
        }
        boolean priced = spec.price() > 0;
        if (priced && (spec.price() < tape.lowerCircuit() || spec.price() > tape.upperCircuit())) {
            return Optional.of("17070 : The price is out of the current execution range, "
                    + plain(spec.contract().toRupees(tape.lowerCircuit())) + " to "
                    + plain(spec.contract().toRupees(tape.upperCircuit())));
        }
        if (priced
                && tape.phase() == Phase.CLOSING_AUCTION
                && Math.abs(spec.price() - tape.last()) > tape.last() * 0.03) {
            return Optional.of("17070 : The price is more than 3 % from the reference price of the closing auction");
        }
        boolean wrongWay = spec.stop()
                && priced
                && (spec.side() == Side.BUY ? spec.price() < spec.trigger() : spec.price() > spec.trigger());
        return wrongWay ? Optional.of("16448 : The trigger price is beyond the limit price") : Optional.empty();
    }

    static String insufficientFunds(double available, double required) {
        return String.format(
                Locale.ENGLISH,
                "Your order has been rejected due to Insufficient Funds. Available funds - Rs. %.2f . "
                        + "You require Rs. %.2f funds to execute this order.",
                available,
                required);
    }

    private static String plain(double rupees) {
        return String.format(Locale.ENGLISH, "%.4f", rupees).replaceFirst("0{1,2}$", "");
    }
}
