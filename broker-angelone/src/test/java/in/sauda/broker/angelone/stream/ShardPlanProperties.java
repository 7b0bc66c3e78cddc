package in.sauda.broker.angelone.stream;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.broker.angelone.Instruments;
import in.sauda.broker.angelone.stream.ShardPlan.Kind;
import in.sauda.broker.angelone.stream.ShardPlan.Step;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Interest;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever is asked, lost and found: the broker is told exactly what the plan believes, and never too much.
class ShardPlanProperties {
    private static final int LIMIT = 5;
    private static final int SHARDS = 3;
    private static final List<Interest> INTERESTS = List.of(Interest.values());
    private static final List<FeedMode> MODES = List.of(FeedMode.values());

    /// The broker beside the plan.
    private static final class Model {
        /// What the broker has subscribed, token and mode, on each connection.
        private final List<Set<String>> server = List.of(new HashSet<>(), new HashSet<>(), new HashSet<>());
        private final List<Step> retiring = new ArrayList<>();
        private final Map<Integer, Interest> wanted = new HashMap<>();
        private final boolean[] lost = new boolean[SHARDS];
        private final ShardPlan plan = new ShardPlan(new FeedLimits(SHARDS, LIMIT));

        private static String name(Subscription subscription) {
            return subscription.instrument().token() + "/" + subscription.mode();
        }

        private void tell(List<Step> steps) {
            for (Step step : steps) {
                Set<String> socket = server.get(step.shard());
                if (lost[step.shard()]) {
                    continue; // there is no socket to tell
                }
                if (step.kind() == Kind.SUBSCRIBE) {
                    socket.add(name(step.subscription()));
                    assertThat(socket.size()).isLessThanOrEqualTo(LIMIT);
                } else if (step.kind() == Kind.UNSUBSCRIBE) {
                    socket.remove(name(step.subscription()));
                }
            }
            steps.stream().filter(step -> step.kind() == Kind.RETIRE).forEach(retiring::add);
        }

        private void act(int what, int token, int detail) {
            Interest interest = INTERESTS.get(detail % INTERESTS.size());
            FeedMode mode = MODES.get(detail % MODES.size());
            Subscription wish =
                    new Subscription(Instruments.equity("" + (100 + token), "S" + token), token, mode, interest);
            int shard = token % SHARDS;
            switch (what) {
                case 0, 1, 2, 3 -> {
                    wanted.put(token, interest);
                    tell(plan.add(List.of(wish)));
                }
                case 4, 5 -> {
                    wanted.remove(token);
                    tell(plan.remove(List.of(wish)));
                }
                case 6 -> {
                    server.get(shard).clear();
                    lost[shard] = true;
                    tell(plan.lose(shard));
                }
                case 7 -> {
                    lost[shard] = false;
                    server.get(shard).clear();
                    plan.on(shard).forEach(subscription -> server.get(shard).add(name(subscription)));
                    tell(plan.regain(shard));
                }
                case 8 -> tell(plan.merge());
                default -> retire();
            }
        }

        private void retire() {
            for (Step step : retiring) {
                if (plan.retired(step)) {
                    server.get(step.shard()).remove(name(step.subscription()));
                }
            }
            retiring.clear();
        }
    }

    @Property(tries = 400)
    void theBrokerIsToldWhatThePlanBelieves(
            @ForAll @Size(max = 120) List<@IntRange(max = 9) Integer> actions,
            @ForAll @Size(min = 120, max = 120) List<@IntRange(max = 24) Integer> tokens,
            @ForAll @Size(min = 120, max = 120) List<@IntRange(max = 35) Integer> details) {
        Model model = new Model();
        for (int i = 0; i < actions.size(); i++) {
            model.act(actions.get(i), tokens.get(i), details.get(i));
        }
        model.retire();
        Set<Integer> placed = new HashSet<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            List<Subscription> on = model.plan.on(shard);
            assertThat(model.plan.load(shard)).isEqualTo(on.size()).isLessThanOrEqualTo(LIMIT);
            on.forEach(
                    subscription -> assertThat(placed.add(subscription.index())).isTrue());
            if (!model.lost[shard]) {
                assertThat(model.server.get(shard))
                        .containsExactlyInAnyOrderElementsOf(
                                on.stream().map(Model::name).toList());
            }
        }
        Placements placements = model.plan.placements();
        for (Map.Entry<Integer, Interest> wish : model.wanted.entrySet()) {
            boolean waits = placements.connection(wish.getKey()) == Placements.WAITING;
            assertThat(waits).isEqualTo(!placed.contains(wish.getKey()));
            if (waits) {
                assertThat(placed).as("waits only when all places are taken").hasSize(SHARDS * LIMIT);
            }
        }
        assertThat(model.plan.leftOut()).isEqualTo(model.wanted.size() - placed.size());
    }
}
