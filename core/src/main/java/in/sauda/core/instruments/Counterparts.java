package in.sauda.core.instruments;

import in.sauda.core.domain.InstrumentKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A second broker's listings beside those of the terminal. Contracts are the same when the exchange's token is, or
/// where the brokers use tokens of their own, when underlying, expiry, strike and side are ({@link MasterMapping}).
///
/// The exchange's token answers nearly every question; the few others are looked up once by going through the list.
public final class Counterparts implements Listings {
    private final Supplier<List<Instrument>> ours;
    private final InstrumentDirectory directory;
    private final Map<InstrumentKey, Instrument> theirs = new HashMap<>();
    private final Map<InstrumentKey, Optional<Instrument>> found = new ConcurrentHashMap<>();
    private final Map<InstrumentKey, InstrumentKey> known = new ConcurrentHashMap<>();

    /// @param ours every contract of the terminal now
    /// @param directory of the terminal
    /// @param theirs every contract of the second broker
    public Counterparts(Supplier<List<Instrument>> ours, InstrumentDirectory directory, List<Instrument> theirs) {
        this.ours = ours;
        this.directory = directory;
        for (Instrument instrument : theirs) {
            this.theirs.put(instrument.key(), instrument);
        }
    }

    @Override
    public Optional<Instrument> theirs(Instrument wanted) {
        Instrument same = theirs.get(wanted.key());
        return same != null && alike(same, wanted)
                ? Optional.of(same)
                : found.computeIfAbsent(
                        wanted.key(),
                        _ -> theirs.values().stream().filter(sameTerms(wanted)).findFirst());
    }

    @Override
    public InstrumentKey ours(InstrumentKey key) {
        Instrument named = theirs.get(key);
        Optional<Instrument> same = directory.find(key);
        if (named == null || (same.isPresent() && alike(same.get(), named))) {
            return key;
        }
        return known.computeIfAbsent(
                key,
                _ -> ours.get().stream()
                        .filter(sameTerms(named))
                        .findFirst()
                        .map(Instrument::key)
                        .orElse(key));
    }

    /// Tokens are used again after an expiry, and a master may be a day old.
    private static boolean alike(Instrument one, Instrument two) {
        return Objects.equals(one.expiry(), two.expiry())
                && one.strike() == two.strike()
                && one.optionType() == two.optionType();
    }

    private static Predicate<Instrument> sameTerms(Instrument wanted) {
        Optional<MasterMapping.Terms> terms = MasterMapping.Terms.of(wanted);
        return candidate ->
                terms.isPresent() && MasterMapping.Terms.of(candidate).equals(terms);
    }
}
