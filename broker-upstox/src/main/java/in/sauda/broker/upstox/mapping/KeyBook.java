package in.sauda.broker.upstox.mapping;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The broker's keys in both directions, over the instruments known now. Shares are named by ISIN on this wire
/// and by
/// the exchange's token in the terminal, so a master is needed to go from one to the other. Safe from any thread.
public final class KeyBook {
    private static final String BROKER = "upstox";

    private final Supplier<List<Instrument>> instruments;
    private volatile Tables tables = new Tables(List.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /// @param of what the tables were made of
    /// @param indices by segment and either of their two names, which is how other masters call them
    /// @param shares of the National exchange by symbol, which is how contracts call their underlying
    private record Tables(
            List<Instrument> of,
            Map<String, Instrument> byWire,
            Map<InstrumentKey, Instrument> byKey,
            Map<String, Instrument> indices,
            Map<String, Instrument> shares) {}

    /// @param instruments every instrument of every master; the list is another object when anything changed
    public KeyBook(Supplier<List<Instrument>> instruments) {
        this.instruments = instruments;
    }

    @SuppressWarnings("ReferenceEquality") // a master is replaced, never changed
    private Tables tables() {
        List<Instrument> now = instruments.get();
        Tables ready = tables;
        if (ready.of() != now) {
            ready = build(now);
            tables = ready;
        }
        return ready;
    }

    private static Tables build(List<Instrument> all) {
        Map<String, Instrument> byWire = new HashMap<>();
        Map<InstrumentKey, Instrument> byKey = new HashMap<>();
        Map<String, Instrument> indices = new HashMap<>();
        Map<String, Instrument> shares = new HashMap<>();
        for (Instrument instrument : all) {
            if (instrument.broker().equals(BROKER)) {
                byKey.put(instrument.key(), instrument);
                if (instrument.index()) {
                    indices.put(indexName(instrument.segment(), instrument.name()), instrument);
                    indices.put(indexName(instrument.segment(), instrument.symbol()), instrument);
                }
                if (instrument.segment() == Segment.NSE && !instrument.isin().isEmpty()) {
                    shares.put(instrument.symbol(), instrument);
                }
                if (!instrument.segment().derivative()) {
                    WireKeys.of(instrument).ifPresent(key -> byWire.put(key, instrument));
                }
            }
        }
        return new Tables(all, byWire, byKey, indices, shares);
    }

    private static String indexName(Segment segment, String name) {
        return segment + ":" + name.toUpperCase(Locale.ROOT);
    }

    /// The broker's key of an instrument of any master, or empty when the broker has none for it.
    public Optional<String> wireKey(Instrument instrument) {
        Optional<String> own = WireKeys.of(instrument);
        if (own.isPresent()) {
            return own;
        }
        if (instrument.index()) {
            Map<String, Instrument> indices = tables().indices();
            Instrument known = indices.get(indexName(instrument.segment(), instrument.name()));
            return Optional.ofNullable(
                            known == null ? indices.get(indexName(instrument.segment(), instrument.symbol())) : known)
                    .flatMap(WireKeys::of);
        }
        return Optional.ofNullable(tables().byKey().get(instrument.key())).flatMap(WireKeys::of);
    }

    /// The broker's key of an instrument.
    ///
    /// @throws BrokerException when the broker's master does not list it
    public String required(Instrument instrument) throws BrokerException {
        return wireKey(instrument)
                .orElseThrow(() -> new BrokerException(new BrokerFailure.Refused(
                        "NO_KEY",
                        "Upstox' master does not list " + instrument.symbol() + ".",
                        "Refresh the instruments and try again.")));
    }

    /// The broker's key of one of ours, or empty when the master does not list it.
    public Optional<String> wireKey(InstrumentKey key) {
        return Optional.ofNullable(tables().byKey().get(key)).flatMap(WireKeys::of);
    }

    /// The broker's key of what contracts are written on, by its name in the master, e.g. {@code NIFTY}.
    public Optional<String> underlying(String name) {
        Tables known = tables();
        return Stream.of(
                        known.indices().get(indexName(Segment.NSE, name)),
                        known.indices().get(indexName(Segment.BSE, name)),
                        known.shares().get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(WireKeys::of);
    }

    /// The instrument behind a key of the wire, as far as the master knows it.
    public Optional<Instrument> instrument(String wireKey) {
        Tables known = tables();
        Instrument cash = known.byWire().get(wireKey);
        if (cash != null) {
            return Optional.of(cash);
        }
        return key(wireKey).map(key -> known.byKey().get(key));
    }

    /// Our key for one of the wire. An ISIN or a name that no master explains stands for itself, so that a row
    /// of the
    /// order book is never lost.
    public Optional<InstrumentKey> key(String wireKey) {
        Segment segment = WireKeys.segmentOf(wireKey).orElse(null);
        if (segment == null) {
            return Optional.empty();
        }
        if (WireKeys.namedByToken(wireKey)) {
            return Optional.of(new InstrumentKey(segment, WireKeys.identifier(wireKey)));
        }
        @Nullable Instrument known = tables().byWire().get(wireKey);
        return Optional.of(known == null ? new InstrumentKey(segment, WireKeys.identifier(wireKey)) : known.key());
    }
}
