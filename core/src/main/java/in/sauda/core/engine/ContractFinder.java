package in.sauda.core.engine;

import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Looks for the options strategies ask for, beside the engine: a directory of a hundred thousand contracts takes
/// longer
/// than a price may wait. What is found comes back as a control message.
final class ContractFinder {
    private static final int MOST = 5_000;

    private final InstrumentDirectory directory;
    private final Executor beside;
    private final Consumer<ControlMessage> answers;

    /// @param beside may take long
    ContractFinder(InstrumentDirectory directory, Executor beside, Consumer<ControlMessage> answers) {
        this.directory = directory;
        this.beside = beside;
        this.answers = answers;
    }

    /// @param strategy id of the instance that asks
    void find(String strategy, String underlying, long exchangeMillis) {
        LocalDate today = IndiaTime.date(exchangeMillis);
        beside.execute(() -> {
            Optional<Instrument> spot = spot(underlying);
            List<Instrument> options = options(underlying, today);
            if (spot.isPresent() && !options.isEmpty()) {
                answers.accept(new ControlMessage.ContractsFound(strategy, spot.get(), options));
            }
        });
    }

    private Optional<Instrument> spot(String underlying) {
        Set<InstrumentCategory> cash = Set.of(InstrumentCategory.INDEX, InstrumentCategory.EQUITY);
        return directory.search(new SearchQuery(underlying, cash, Set.of(), MOST)).stream()
                .filter(found -> found.index()
                        ? found.name().equalsIgnoreCase(underlying)
                                || found.symbol().equalsIgnoreCase(underlying)
                        : found.symbol().equalsIgnoreCase(underlying + "-EQ"))
                .findFirst();
    }

    private List<Instrument> options(String underlying, LocalDate today) {
        List<Instrument> all =
                directory
                        .search(new SearchQuery(underlying, Set.of(InstrumentCategory.OPTIONS), Set.of(), MOST))
                        .stream()
                        .filter(option -> option.name().equalsIgnoreCase(underlying) && alive(option, today))
                        .toList();
        Optional<LocalDate> nearest = all.stream().map(ContractFinder::expiry).min(Comparator.naturalOrder());
        return all.stream()
                .filter(option -> nearest.isPresent() && expiry(option).equals(nearest.get()))
                .sorted(Comparator.comparingLong(Instrument::strike).thenComparing(Instrument::symbol))
                .toList();
    }

    private static boolean alive(Instrument option, LocalDate today) {
        return !expiry(option).isBefore(today) && option.optionType() != null;
    }

    private static LocalDate expiry(Instrument contract) {
        LocalDate expiry = contract.expiry();
        return expiry == null ? LocalDate.MAX : expiry;
    }
}
