package in.sauda.app.instruments;

import in.sauda.core.domain.Side;
import in.sauda.core.instruments.Instrument;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What can be done with an instrument from a page.
///
/// @param watch puts it on the watchlist and shows it there
/// @param chart shows its chart
/// @param ticket opens the ticket for a side
/// @param subscribe asks for its prices without putting it anywhere
public record InstrumentActions(
        Consumer<Instrument> watch,
        Consumer<Instrument> chart,
        BiConsumer<Instrument, Side> ticket,
        Consumer<Instrument> subscribe) {
    /// Owner of what the user subscribed without watching it.
    public static final String SUBSCRIBER = "subscribed";
}
