package in.sauda.broker.angelone.stream;

import in.sauda.core.feed.ConnectionState;
import in.sauda.core.feed.FeedState;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes one state of the feed out of the states of its connections and tells it when it changes. Used under
/// the feed's lock.
final class FeedReport {
    private final List<Shard> shards;
    private final ShardPlan plan;
    private final Consumer<FeedState> states;
    private @Nullable FeedState told;

    FeedReport(List<Shard> shards, ShardPlan plan, Consumer<FeedState> states) {
        this.shards = shards;
        this.plan = plan;
        this.states = states;
    }

    void changed() {
        List<Shard> needed = shards.stream()
                .filter(shard -> shard.state() != ConnectionState.UNUSED && shard.state() != ConnectionState.CLOSED)
                .toList();
        if (!needed.isEmpty()) {
            FeedState state = state(needed);
            if (!state.equals(told)) {
                tell(state);
            }
        }
    }

    private void tell(FeedState state) {
        told = state;
        states.accept(state);
    }

    /// The broker complained; it does not say about what.
    void error(String sentence) {
        tell(new FeedState.Limited(sentence, notStreamed()));
    }

    /// The feed gave up.
    void stopped(String reason) {
        tell(new FeedState.Disconnected(reason, -1));
    }

    private FeedState state(List<Shard> needed) {
        if (needed.stream().noneMatch(Shard::connected)) {
            return away(needed);
        }
        List<Shard> missing =
                needed.stream().filter(shard -> !shard.connected()).toList();
        if (missing.isEmpty() && plan.leftOut() == 0) {
            return new FeedState.Connected();
        }
        return new FeedState.Limited(missing.isEmpty() ? overBudget() : broken(missing, needed.size()), notStreamed());
    }

    private static FeedState away(List<Shard> needed) {
        return needed.stream()
                .filter(shard -> shard.state() == ConnectionState.CONNECTING)
                .max(Comparator.comparingInt(Shard::attempt))
                .<FeedState>map(shard -> new FeedState.Connecting(shard.attempt()))
                .orElseGet(() -> lost(needed.stream()
                        .min(Comparator.comparingLong(Shard::retryInMillis))
                        .orElseThrow()));
    }

    private static FeedState lost(Shard next) {
        return new FeedState.Disconnected(next.detail(), next.retryInMillis());
    }

    private String overBudget() {
        return "Angel One streams " + plan.placed() + " instruments at once (limit " + plan.capacity() + "); "
                + plan.leftOut() + " more are not streamed.";
    }

    private static String broken(List<Shard> missing, int of) {
        String which =
                missing.stream().map(shard -> String.valueOf(shard.number())).collect(Collectors.joining(", "));
        String why = missing.getFirst().detail();
        return "Feed connection " + which + " of " + of + " is away" + (why.isEmpty() ? "." : ": " + why);
    }

    /// Wishes without a place, and those on connections that are away.
    private int notStreamed() {
        return plan.leftOut()
                + shards.stream()
                        .filter(shard -> !shard.connected())
                        .mapToInt(shard -> plan.load(shard.index()))
                        .sum();
    }
}
