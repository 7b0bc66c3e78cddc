package in.sauda.app.options;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.DerivativesData;
import in.sauda.core.broker.OptionData;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.options.Underlying;
import in.sauda.core.view.FeedExtras;
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

    private record Asked(Underlying underlying, LocalDate expiry) {}

    private record Strike(long price, OptionType type) {}

    /// What was read.
    ///
    /// @param sides by option, of brokers that have a chain
    /// @param greeks by strike, of brokers that have only these
    private record Told(
            Map<InstrumentKey, OptionData.Side> sides, Map<Strike, DerivativesData.Greeks> greeks, long atNanos) {
        private static final Told NOTHING = new Told(Map.of(), Map.of(), 0);

        private boolean empty() {
            return sides.isEmpty() && greeks.isEmpty();
        }
    }

    private final Supplier<Optional<OptionData>> broker;
    private final Supplier<Optional<DerivativesData>> figures;
    private final Executor background;
    private final Executor ui;
    private Told told = Told.NOTHING;
    private @Nullable Asked asked;
    private boolean asking;
    private long dueNanos;

    /// @param broker whoever has a chain now, or nobody
    /// @param figures whoever tells Greeks without one, or nobody
    /// @param background may block
    public BrokerChain(
            Supplier<Optional<OptionData>> broker,
            Supplier<Optional<DerivativesData>> figures,
            Executor background,
            Executor ui) {
        this.broker = broker;
        this.figures = figures;
        this.background = background;
        this.ui = ui;
    }

    /// Asks when that is due: another chain at once.
    ///
    /// @param spot the underlying itself, which a broker's chain is asked for by
    void look(@Nullable Underlying underlying, @Nullable Instrument spot, @Nullable LocalDate expiry, long nowNanos) {
        if (underlying == null || expiry == null) {
            return;
        }
        Asked wanted = new Asked(underlying, expiry);
        if (!wanted.equals(asked)) {
            asked = wanted;
            told = Told.NOTHING;
            dueNanos = nowNanos;
        }
        OptionData chain = spot == null ? null : broker.get().orElse(null);
        DerivativesData beside = figures.get()
                .filter(data -> data.figures().contains(DerivativesData.Figure.GREEKS))
                .orElse(null);
        if (asking || (chain == null && beside == null) || nowNanos - dueNanos < 0) {
            return;
        }
        asking = true;
        dueNanos = nowNanos + INTERVAL_NANOS;
        CompletableFuture<?> _ = CompletableFuture.supplyAsync(
                        () -> read(chain, beside, spot, wanted, nowNanos), background)
                .thenAcceptAsync(read -> take(wanted, read), ui);
    }

    private static Told read(
            @Nullable OptionData chain,
            @Nullable DerivativesData beside,
            @Nullable Instrument spot,
            Asked wanted,
            long nowNanos) {
        Told read = new Told(new HashMap<>(), new HashMap<>(), nowNanos);
        try {
            if (chain != null && spot != null) {
                for (OptionData.Strike strike :
                        chain.chain(spot, wanted.expiry()).strikes()) {
                    strike.call()
                            .ifPresent(side -> read.sides.put(side.figures().key(), side));
                    strike.put().ifPresent(side -> read.sides.put(side.figures().key(), side));
                }
            } else if (beside != null) {
                for (DerivativesData.Greeks one :
                        beside.greeks(wanted.underlying().name(), wanted.expiry())) {
                    read.greeks.put(new Strike(one.strike(), one.type()), one);
                }
            }
        } catch (BrokerException refused) {
            LOG.info("The broker's option chain could not be read: {}", refused.getMessage());
        } catch (RuntimeException failure) {
            LOG.warn("The broker's option chain could not be understood", failure);
        }
        return read;
    }

    private void take(Asked wanted, Told read) {
        asking = false;
        if (wanted.equals(asked) && !read.empty()) {
            told = read;
        }
    }

    /// True once a broker has said something about this chain.
    boolean known() {
        return !told.empty();
    }

    /// What the broker says of an option, or null.
    OptionData.@Nullable Side side(@Nullable Instrument option) {
        return option == null ? null : told.sides.get(option.key());
    }

    /// The broker's Greeks of an option, or null.
    FeedExtras.@Nullable Greeks greeks(Instrument option) {
        OptionData.Side side = told.sides.get(option.key());
        if (side != null) {
            OptionData.Figures known = side.figures();
            return new FeedExtras.Greeks(
                    known.delta(), known.gamma(), known.theta(), known.vega(), known.impliedVolatility(), told.atNanos);
        }
        OptionType type = option.optionType();
        DerivativesData.Greeks known = type == null ? null : told.greeks.get(new Strike(option.strike(), type));
        return known == null
                ? null
                : new FeedExtras.Greeks(
                        known.delta(),
                        known.gamma(),
                        known.theta(),
                        known.vega(),
                        known.impliedVolatility(),
                        told.atNanos);
    }
}
