package in.sauda.app.orderticket;

import in.sauda.core.broker.BrokerCapabilities;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.view.BrokerStanding;
import in.sauda.core.view.QuoteRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says what keeps a ticket from being staged, in plain sentences. The engine checks again; this is for the eye.
final class TicketCheck {
    private static final long MOST_LOTS = 1_000_000;

    private TicketCheck() {}

    static List<String> errors(TicketDraft draft, @Nullable QuoteRow quote) {
        Instrument instrument = draft.instrument();
        if (instrument == null) {
            return List.of("Choose an instrument first.");
        }
        if (instrument.index()) {
            return List.of("An index cannot be traded; choose its future or an option.");
        }
        List<String> errors = new ArrayList<>();
        BrokerStanding broker = draft.broker();
        if (broker != null && broker.loginOver()) {
            errors.add("The login at " + broker.name() + " has ended; log in there again.");
        }
        checkQuantity(draft, instrument, errors);
        checkPrice(draft, instrument, quote, errors);
        return errors;
    }

    private static void checkQuantity(TicketDraft draft, Instrument instrument, List<String> errors) {
        if (draft.lots() <= 0) {
            errors.add("The quantity must be at least 1.");
        } else if (draft.lots() > MOST_LOTS) {
            errors.add("The quantity is too large.");
        } else if (draft.parts() > mostParts(draft.broker())) {
            errors.add("One order may hold at most " + IndianNumbers.units(instrument.freezeQuantity())
                    + " (freeze quantity)" + inParts(draft.broker()) + ".");
        }
    }

    private static int mostParts(@Nullable BrokerStanding broker) {
        BrokerCapabilities takes = broker == null ? null : broker.capabilities();
        return takes == null ? 1 : takes.orderParts();
    }

    private static String inParts(@Nullable BrokerStanding broker) {
        int most = mostParts(broker);
        return most == 1 || broker == null ? "" : ", and " + broker.name() + " sends at most " + most + " of them";
    }

    private static void checkPrice(
            TicketDraft draft, Instrument instrument, @Nullable QuoteRow quote, List<String> errors) {
        if (draft.price() <= 0) {
            errors.add("The price must be above zero.");
            return;
        }
        if (instrument.tickSize() > 0 && draft.price() % instrument.tickSize() != 0) {
            errors.add("The price must be a multiple of "
                    + IndianNumbers.price(instrument.tickSize(), instrument.segment()) + ".");
        }
        if (quote == null) {
            return;
        }
        if (quote.upperCircuit() > 0 && draft.price() > quote.upperCircuit()) {
            errors.add(
                    "Above the upper circuit " + IndianNumbers.price(quote.upperCircuit(), instrument.segment()) + ".");
        }
        if (quote.lowerCircuit() > 0 && draft.price() < quote.lowerCircuit()) {
            errors.add(
                    "Below the lower circuit " + IndianNumbers.price(quote.lowerCircuit(), instrument.segment()) + ".");
        }
    }
}
