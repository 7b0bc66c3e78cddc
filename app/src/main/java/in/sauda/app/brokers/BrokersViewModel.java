package in.sauda.app.brokers;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.instruments.TextFilter;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.MasterMapping;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The brokers of the session, four times a second while somebody looks. FX thread only; instrument lists are compared
/// in
/// the background, once per visit.
public final class BrokersViewModel {
    private final BrokerBoard board;
    private final Executor background;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<List<BrokerBoard.Line>> brokers = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<GapLine> gaps = FXCollections.observableArrayList();
    private final ObservableList<MappingLine> mapped = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final Map<MappingGroup, Integer> counts = new EnumMap<>(MappingGroup.class);
    private List<MappingLine> all = List.of();
    private Set<MappingGroup> groups = Set.of();
    private TextFilter text = TextFilter.ALL;
    private Registration statuses = () -> {};
    private long asked;

    public BrokersViewModel(BrokerBoard board, Executor background, Executor ui) {
        this.board = board;
        this.background = background;
        this.ui = ui;
    }

    void open(PulseDriver driver) {
        statuses = driver.onStatus(ignored -> look());
        look();
        compare();
    }

    void close() {
        statuses.remove();
        asked++;
    }

    ReadOnlyObjectProperty<List<BrokerBoard.Line>> brokers() {
        return brokers.getReadOnlyProperty();
    }

    ObservableList<GapLine> gaps() {
        return gaps;
    }

    /// Contracts on which the lists differ, as filtered.
    ObservableList<MappingLine> mapped() {
        return mapped;
    }

    /// What the empty list of contracts says.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// How many contracts match.
    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    int count(MappingGroup group) {
        return counts.getOrDefault(group, 0);
    }

    boolean two() {
        return brokers.get().size() > 1;
    }

    boolean secondPreferred() {
        return board.secondPreferred();
    }

    long changeovers() {
        return board.changeovers();
    }

    void preferSecond(boolean wanted) {
        board.preferSecond(wanted);
        look();
    }

    /// @param wanted none for all
    void show(Set<MappingGroup> wanted) {
        groups = Set.copyOf(wanted);
        filter();
    }

    void search(String typed) {
        text = new TextFilter(typed);
        filter();
    }

    private void look() {
        brokers.set(board.brokers());
        gaps.setAll(board.gaps().stream().map(GapLine::new).toList());
    }

    private void compare() {
        if (!two()) {
            take(Optional.empty());
            return;
        }
        if (all.isEmpty()) {
            message.set("Comparing the instrument lists …");
        }
        long question = ++asked;
        CompletableFuture<?> _ = CompletableFuture.supplyAsync(board::mapping, background)
                .thenAcceptAsync(
                        found -> {
                            if (question == asked) {
                                take(found);
                            }
                        },
                        ui);
    }

    private void take(Optional<MasterMapping> found) {
        List<MappingLine> lines = new ArrayList<>();
        found.ifPresent(mapping -> {
            for (MasterMapping.Difference one : mapping.differences()) {
                lines.add(new MappingLine(MappingGroup.of(one.term()), one.instrument(), one.first(), one.second()));
            }
            for (Instrument instrument : mapping.onlyFirst()) {
                lines.add(new MappingLine(MappingGroup.ONLY_FIRST, instrument, instrument.symbol(), ""));
            }
            for (Instrument instrument : mapping.onlySecond()) {
                lines.add(new MappingLine(MappingGroup.ONLY_SECOND, instrument, "", instrument.symbol()));
            }
        });
        all = lines;
        counts.clear();
        lines.forEach(line -> counts.merge(line.group(), 1, Integer::sum));
        summary.set(found.map(mapping -> IndianNumbers.units(mapping.matched()) + " contracts are the same at both")
                .orElse(""));
        message.set(
                found.isPresent()
                        ? "Every contract is listed by both brokers, with the same lot, tick and freeze quantity."
                        : "One broker is logged in, so there is nothing to compare. A demo with both:"
                                + " sauda demo --broker both");
        filter();
    }

    private void filter() {
        mapped.setAll(all.stream()
                .filter(line -> groups.isEmpty() || groups.contains(line.group()))
                .filter(line -> text.passes(line.instrument()))
                .toList());
    }
}
