package in.sauda.app.confirm;

import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.RupeesInWords;
import in.sauda.core.domain.Side;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentWords;
import in.sauda.core.orders.OrderRequest;
import in.sauda.core.orders.OrderTicket;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.view.ConfirmationCard;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Puts the unchanging part of a card into words.
final class CardWords {
    /// Above ten lakh rupees the value is also said in words.
    private static final long WORDS_FROM_PAISE = 10_00_000_00L;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /// One line of the card.
    record Line(String name, String value) {}

    private CardWords() {}

    static boolean buying(ConfirmationCard card) {
        return card.request().side() == Side.BUY;
    }

    static String modeClass(ConfirmationCard card) {
        return "mode-" + card.request().mode().name().toLowerCase(Locale.ROOT);
    }

    /// What will happen, in one word or two.
    static String heading(ConfirmationCard card) {
        String side = card.request().side().name();
        if (card.replaces() != null) {
            return "CHANGE " + side;
        }
        return card.exit() ? "EXIT · " + side : side;
    }

    static String contract(ConfirmationCard card) {
        return InstrumentWords.full(card.request().instrument());
    }

    /// The value in words, empty below ten lakh rupees.
    static String valueInWords(ConfirmationCard card) {
        return card.valuePaise() >= WORDS_FROM_PAISE ? RupeesInWords.of(card.valuePaise()) : "";
    }

    static List<Line> lines(ConfirmationCard card) {
        OrderRequest request = card.request();
        Instrument instrument = request.instrument();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Quantity", quantity(request)));
        lines.add(new Line(
                "Limit",
                IndianNumbers.price(request.price(), instrument.segment()) + " · "
                        + request.validity().name()));
        lines.add(new Line("Value", IndianNumbers.rupees(card.valuePaise())));
        lines.add(new Line("Product", request.product().words()));
        lines.add(new Line("Goes to", destination(card)));
        if (card.parts() > 1) {
            lines.add(new Line("Sent", "in " + card.parts() + " parts; each pays its own brokerage"));
        }
        lines.add(new Line("Reason", reason(card)));
        return lines;
    }

    private static String quantity(OrderRequest request) {
        int lot = request.instrument().lotSize();
        if (lot == 1) {
            return IndianNumbers.units(request.quantity()) + (request.quantity() == 1 ? " share" : " shares");
        }
        return IndianNumbers.units(request.quantity() / lot) + " × " + IndianNumbers.units(lot) + " = "
                + IndianNumbers.units(request.quantity());
    }

    private static String destination(ConfirmationCard card) {
        return switch (card.request().mode()) {
            case DEMO -> "the local demo exchange, as " + card.broker();
            case PAPER -> "the paper engine, no real order";
            case LIVE -> card.broker() + ", with real money";
        };
    }

    private static String reason(ConfirmationCard card) {
        Signal signal = card.signal();
        if (signal == null) {
            return card.strategy().equals(OrderTicket.MANUAL) ? "by hand" : card.strategy();
        }
        return card.strategy() + " · " + signal.type().replace('_', ' ') + " at "
                + IndianNumbers.price(signal.price(), signal.instrument().segment()) + " · "
                + TIME.format(IndiaTime.time(signal.raisedMillis()));
    }
}
