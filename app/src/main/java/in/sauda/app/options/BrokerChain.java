package in.sauda.app.options;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.OptionData;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a broker's own chain says of the options on the screen: yesterday's open interest, and its Greeks. Asked in the
/// background, every half minute while somebody looks. FX thread only.
public final class BrokerChain {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerChain.class);
    static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(30);

    private record Asked(Instrument underlying, LocalDate expiry) {}

    private final Supplier<Optional<OptionData>> broker;
    private final Executor background;
    private final Executor ui;
    private Map<InstrumentKey, OptionData.Side> sides = Map.of();
    private @Nullable Asked asked;
    private boolean asking;
    private long dueNanos;

    /// @param broker whoever has such data now, or nobody
    /// @param background may block
    public BrokerChain(Supplier<Optional<OptionData>> broker, Executor background, Executor ui) {
        this.broker = broker;
        this.background = background;
        this.ui = ui;
    }

    /// Asks when that is due: another chain at once.
    void look(@Nullable Instrument underlying, @Nullable LocalDate expiry, long nowNanos) {
        if (underlying == null || expiry == null) {
            return;
        }
        Asked wanted = new Asked(underlying, expiry);
        if (!wanted.equals(asked)) {
            asked = wanted;
            sides = Map.of();
            dueNanos = nowNanos;
        }
        Optional<OptionData> data = broker.get();
        if (asking || data.isEmpty() || nowNanos - dueNanos < 0) {
            return;
        }
        asking = true;
        dueNanos = nowNanos + INTERVAL_NANOS;
        CompletableFuture<?> _ = CompletableFuture.supplyAsync(() -> read(data.get(), wanted), background)
                .thenAcceptAsync(read -> take(wanted, read), ui);
    }

    private static Map<InstrumentKey, OptionData.Side> read(OptionData data, Asked wanted) {
        Map<InstrumentKey, OptionData.Side> read = new HashMap<>();
        try {
            for (OptionData.Strike strike :
                    data.chain(wanted.underlying(), wanted.expiry()).strikes()) {
                strike.call().ifPresent(side -> read.put(side.figures().key(), side));
                strike.put().ifPresent(side -> read.put(side.figures().key(), side));
            }
        } catch (BrokerException refused) {
            LOG.info("The broker's option chain could not be read: {}", refused.getMessage());
        } catch (RuntimeException failure) {
            LOG.warn("The broker's option chain could not be understood", failure);
        }
        return read;
    }

    private void take(Asked wanted, Map<InstrumentKey, OptionData.Side> read) {
        asking = false;
        if (wanted.equals(asked) && !read.isEmpty()) {
            sides = read;
        }
    }

    /// True once a broker has said something about this chain.
    boolean known() {
        return !sides.isEmpty();
    }

    /// What the broker says of an option, or null.
    OptionData.@Nullable Side side(@Nullable Instrument option) {
        return option == null ? null : sides.get(option.key());
    }
}
