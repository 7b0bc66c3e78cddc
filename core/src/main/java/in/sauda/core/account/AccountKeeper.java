package in.sauda.core.account;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.Portfolio;
import in.sauda.core.broker.PositionConversion;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.UiEvent;
import in.sauda.core.view.UiEvent.Level;
import in.sauda.core.view.UiEvent.Notice;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the account from the attached session: after the login, after fills, on demand and every minute.
///
/// The engine thread tells it what happened and asks it now and then whether something is due; the broker is asked on
/// other threads, one round at a time. Anybody may read {@link #current()}.
public final class AccountKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(AccountKeeper.class);

    static final long INTERVAL_NANOS = 60_000_000_000L;

    /// A broker's books follow a fill after a moment; fills in a row are read once.
    static final long AFTER_FILL_NANOS = 1_500_000_000L;

    private final TimeSource time;
    private final Consumer<UiEvent> events;
    private final Executor background;
    private final AtomicReference<AccountData> current = new AtomicReference<>(AccountData.NONE);
    private @Nullable Portfolio portfolio;
    private volatile boolean reading;
    private long dueNanos;
    private final AtomicLong generation = new AtomicLong();

    /// @param events told the outcome of a conversion
    /// @param background may block
    public AccountKeeper(TimeSource time, Consumer<UiEvent> events, Executor background) {
        this.time = time;
        this.events = events;
        this.background = background;
    }

    /// The account published last.
    public AccountData current() {
        return current.get();
    }

    /// Reads from another session now. Engine thread.
    public void attach(Portfolio attached) {
        portfolio = attached;
        generation.incrementAndGet();
        publish(account -> AccountData.NONE.withLogin(true));
        reading = false;
        dueNanos = time.nanos();
        onTime();
    }

    /// Reads no more; what is known stays and grows old. Engine thread.
    public void detach() {
        portfolio = null;
        generation.incrementAndGet();
        publish(AccountData::stopped);
    }

    /// Reads everything at the next occasion. Engine thread.
    public void refresh() {
        dueNanos = time.nanos();
        onTime();
    }

    /// Something was filled: the books change in a moment. Engine thread.
    public void filled() {
        long soon = time.nanos() + AFTER_FILL_NANOS;
        if (dueNanos - soon > 0) {
            dueNanos = soon;
        }
    }

    /// Starts a round of questions when one is due. Engine thread.
    public void onTime() {
        Portfolio asked = portfolio;
        if (asked == null || reading || time.nanos() - dueNanos < 0) {
            return;
        }
        dueNanos = time.nanos() + INTERVAL_NANOS;
        reading = true;
        long round = generation.get();
        publish(account -> account.withFunds(account.funds().started())
                .withHoldings(account.holdings().started())
                .withPositions(account.positions().started())
                .withTrades(account.trades().started()));
        background.execute(() -> read(asked, round));
    }

    private void read(Portfolio asked, long round) {
        try {
            read(round, asked::funds, AccountData::funds, AccountData::withFunds);
            read(round, asked::positions, AccountData::positions, AccountData::withPositions);
            read(round, asked::holdings, AccountData::holdings, AccountData::withHoldings);
            read(round, asked::trades, AccountData::trades, AccountData::withTrades);
        } finally {
            if (round == generation.get()) {
                reading = false;
            }
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws BrokerException;
    }

    private <T> void read(
            long round,
            Question<T> question,
            Function<AccountData, Reading<T>> part,
            BiFunction<AccountData, Reading<T>, AccountData> with) {
        UnaryOperator<Reading<T>> answer = answer(question);
        if (round == generation.get()) {
            publish(account -> with.apply(account, answer.apply(part.apply(account))));
        }
    }

    private <T> UnaryOperator<Reading<T>> answer(Question<T> question) {
        try {
            T value = question.ask();
            long now = time.nanos();
            return reading -> reading.read(value, now);
        } catch (BrokerException refused) {
            LOG.warn("The account could not be read: {}", refused.getMessage());
            return reading -> reading.failed(refused.failure());
        } catch (RuntimeException failure) {
            LOG.error("The account could not be read", failure);
            return reading -> reading.failed(unexpected());
        }
    }

    static BrokerFailure unexpected() {
        return new BrokerFailure.Fatal(
                "ACCOUNT", "The broker's answer about the account could not be understood.", "Look at the log file.");
    }

    /// Asks the broker once to carry a position as another product, then reads the account again. Engine thread; the
    /// outcome arrives as a notice.
    ///
    /// @param done told on a background thread when the broker has answered, however it did
    public void convert(PositionConversion wish, Runnable done) {
        Portfolio asked = portfolio;
        if (asked == null) {
            events.accept(new Notice(
                    Level.WARNING, "CONVERT-1", "Nothing was converted: there is no session.", "Log in first."));
            return;
        }
        background.execute(() -> {
            events.accept(outcome(asked, wish));
            done.run();
        });
    }

    private static Notice outcome(Portfolio asked, PositionConversion wish) {
        String what = wish.quantity() + " " + wish.symbol() + " from "
                + wish.from().words() + " to " + wish.to().words();
        try {
            asked.convert(wish);
            return new Notice(Level.INFO, "CONVERT-0", "The broker converted " + what + ".", "");
        } catch (BrokerException refused) {
            BrokerFailure why = refused.failure();
            return new Notice(
                    Level.WARNING, why.code(), "Not converted: " + what + ". " + why.sentence(), why.nextStep());
        } catch (RuntimeException failure) {
            LOG.error("A conversion failed", failure);
            return new Notice(
                    Level.ERROR,
                    "CONVERT-2",
                    "Whether the broker converted " + what + " is not known.",
                    "Look at the positions before you try again.");
        }
    }

    private void publish(UnaryOperator<AccountData> change) {
        current.updateAndGet(change);
    }
}
