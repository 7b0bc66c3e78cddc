package in.sauda.core.universe;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.StockLists;
import in.sauda.core.broker.StockLists.Listed;
import in.sauda.core.domain.InstrumentKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The shares of the kinds that are lists of a broker, read once in the background. Safe from any thread.
public final class ShareLists {
    private static final Logger LOG = LoggerFactory.getLogger(ShareLists.class);

    /// Where nobody publishes such lists.
    public static final ShareLists NONE = new ShareLists(Optional.empty());

    private final Optional<StockLists> source;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<UniverseKind, Set<InstrumentKey>> known = Map.of();
    private volatile Map<UniverseKind, String> problems = Map.of();

    private ShareLists(Optional<StockLists> source) {
        this.source = source;
    }

    /// Lists that are known already.
    public static ShareLists of(Map<UniverseKind, Set<InstrumentKey>> known) {
        ShareLists lists = new ShareLists(Optional.empty());
        lists.known = Map.copyOf(known);
        return lists;
    }

    /// Begins to read what a broker publishes.
    ///
    /// @param source empty where it publishes nothing
    /// @param background may block
    public static ShareLists reading(Optional<StockLists> source, Executor background) {
        ShareLists lists = new ShareLists(source);
        source.ifPresent(published -> background.execute(() -> lists.read(published)));
        return lists;
    }

    private void read(StockLists published) {
        Map<UniverseKind, Set<InstrumentKey>> found = new EnumMap<>(UniverseKind.class);
        Map<UniverseKind, String> missing = new EnumMap<>(UniverseKind.class);
        read(published, StockLists.Kind.MARGIN_FUNDED, UniverseKind.MTF, found, missing);
        read(published, StockLists.Kind.INTRADAY, UniverseKind.MIS, found, missing);
        known = Map.copyOf(found);
        problems = Map.copyOf(missing);
        listeners.forEach(Runnable::run);
    }

    private static void read(
            StockLists published,
            StockLists.Kind list,
            UniverseKind kind,
            Map<UniverseKind, Set<InstrumentKey>> found,
            Map<UniverseKind, String> missing) {
        try {
            Set<InstrumentKey> keys =
                    published.read(list).stream().map(Listed::key).collect(Collectors.toUnmodifiableSet());
            found.put(kind, keys);
            LOG.info("{} shares of the kind {}", keys.size(), kind);
        } catch (BrokerException unreadable) {
            missing.put(kind, unreadable.failure().sentence());
            LOG.warn("The list of {} shares could not be read: {}", kind, unreadable.getMessage());
        }
    }

    /// What has been read so far.
    public Map<UniverseKind, Set<InstrumentKey>> known() {
        return known;
    }

    /// Why a list is not there, for people; empty when it is.
    public String missing(UniverseKind kind) {
        if (!known.getOrDefault(kind, Set.of()).isEmpty()) {
            return "";
        }
        if (source.isEmpty()) {
            return "the broker of this session publishes no such list";
        }
        return problems.getOrDefault(kind, known.containsKey(kind) ? "the list is empty" : "the list is being read");
    }

    /// Called, on any thread, when lists have been read.
    ///
    /// @return removes the listener again
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
