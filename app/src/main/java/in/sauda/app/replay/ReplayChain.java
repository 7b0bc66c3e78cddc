package in.sauda.app.replay;

import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.options.ChainFigures;
import in.sauda.core.options.OptionContracts;
import in.sauda.core.options.OptionStrike;
import in.sauda.core.options.Underlying;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.view.QuoteRow;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The option chain of the chosen instrument as the recording has it: the nearest expiry, at the recorded time. FX
/// thread only.
final class ReplayChain {
    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final ObservableList<ReplayStrike> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private OptionContracts contracts = OptionContracts.NONE;
    private int introduced;
    private @Nullable Underlying underlying;
    private @Nullable LocalDate expiry;

    /// Lowest strike first; empty where nothing of a chain was recorded.
    ObservableList<ReplayStrike> rows() {
        return rows;
    }

    /// The chain in a line, empty without one.
    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /// @param instruments those recorded so far
    /// @param chosen whose chain is shown
    void show(
            List<Instrument> instruments,
            @Nullable Instrument chosen,
            long marketMillis,
            Function<Instrument, Optional<QuoteRow>> quotes) {
        if (instruments.size() != introduced) {
            introduced = instruments.size();
            contracts = new OptionContracts(instruments, IndiaTime.date(marketMillis));
        }
        choose(chosen);
        rows.forEach(row -> row.show(quotes));
        summary.set(rows.isEmpty() ? "" : words(quotes));
    }

    private void choose(@Nullable Instrument chosen) {
        Underlying next = chosen == null ? null : contracts.underlying(chosen).orElse(null);
        LocalDate expires = next == null
                ? null
                : contracts.expiries(next).stream().findFirst().orElse(null);
        List<OptionStrike> strikes = next == null || expires == null ? List.of() : contracts.chain(next, expires);
        underlying = next;
        expiry = expires;
        if (next != null
                && !strikes.equals(rows.stream().map(ReplayStrike::strike).toList())) {
            List<ReplayStrike> made = new ArrayList<>();
            for (OptionStrike strike : strikes) {
                made.add(new ReplayStrike(strike, next.segment()));
            }
            rows.setAll(made);
        } else if (next == null) {
            rows.clear();
        }
    }

    private String words(Function<Instrument, Optional<QuoteRow>> quotes) {
        Underlying shown = underlying;
        LocalDate expires = expiry;
        if (shown == null || expires == null) {
            return "";
        }
        List<ChainFigures.Interest> interest =
                rows.stream().map(ReplayStrike::interest).toList();
        String spot = contracts
                .spot(shown)
                .flatMap(cash -> quotes.apply(cash)
                        .map(quote -> "   spot " + IndianNumbers.price(quote.lastPrice(), cash.segment())))
                .orElse("");
        double ratio = ChainFigures.putCallRatio(interest);
        return shown.name() + "   " + EXPIRY.format(expires) + spot
                + (Double.isNaN(ratio) ? "" : String.format(Locale.ENGLISH, "   PCR %.2f", ratio));
    }

    /// Another recording, or the same from its beginning.
    void clear() {
        introduced = 0;
        contracts = OptionContracts.NONE;
        rows.clear();
        summary.set("");
    }
}
