package in.sauda.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.view.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboundRingTest {
    private final InboundRing ring = new InboundRing(8, new Wakeup());
    private final MarketEventPublisher publisher = ring.newPublisher();
    private final List<String> consumed = new ArrayList<>();

    private void publish(int instrument, long price, long volume) {
        MarketEvent event = publisher.begin();
        event.clear();
        event.instrument = instrument;
        event.lastPrice = price;
        event.volume = volume;
        publisher.publish();
    }

    private int poll() {
        return ring.poll(
                100,
                event -> consumed.add(event.instrument + ":" + event.lastPrice + " v" + event.volume
                        + (event.conflatedCount == 0
                                ? ""
                                : " " + event.conflatedLow + ".." + event.conflatedHigh + " x"
                                        + event.conflatedCount)));
    }

    @Test
    void mergesPerInstrumentWhenFullAndKeepsRangeVolumeAndOrder() {
        for (int i = 0; i < 8; i++) {
            publish(1, 100 + i, i);
        }
        publish(1, 150, 20);
        publish(2, 50, 5);
        publish(1, 90, 30);
        publish(1, 120, MarketEvent.UNKNOWN);
        assertThat(ring.conflated()).isEqualTo(2);
        assertThat(poll()).isEqualTo(8);
        assertThat(poll()).isEqualTo(2);
        assertThat(consumed.subList(7, 10)).containsExactly("1:107 v7", "1:120 v30 90..150 x2", "2:50 v5");
        publish(1, 130, 40);
        poll();
        assertThat(consumed.getLast()).isEqualTo("1:130 v40");
    }

    @Test
    void keepsTheOrderOfAnInstrumentWhoseUpdatesWaited() {
        for (int i = 0; i < 9; i++) {
            publish(1, 100 + i, i);
        }
        ring.poll(4, event -> consumed.add("1:" + event.lastPrice + " v" + event.volume));
        publish(1, 200, 50);
        publish(2, 60, 1);
        while (poll() > 0) {
            assertThat(consumed).isNotEmpty();
        }
        assertThat(consumed)
                .filteredOn(line -> line.startsWith("1:"))
                .endsWith("1:106 v6", "1:107 v7", "1:108 v8", "1:200 v50")
                .hasSize(10);
        assertThat(consumed).contains("2:60 v1").hasSize(11);
    }

    @Test
    void goesOnAfterAConsumerFailed() {
        publish(1, 100, 1);
        publish(1, 101, 2);
        try {
            ring.poll(100, event -> {
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException expected) {
            consumed.add(expected.getMessage());
        }
        poll();
        assertThat(consumed).containsExactly("on purpose", "1:101 v2");
    }

    @Test
    void neverLosesVolumeNorOrderUnderConcurrentOverflow() throws InterruptedException {
        InboundRing small = new InboundRing(16, new Wakeup());
        int perInstrument = 20_000;
        List<Thread> feeds = new ArrayList<>();
        for (int feed = 0; feed < 2; feed++) {
            MarketEventPublisher own = small.newPublisher();
            int first = feed * 3;
            feeds.add(Thread.ofPlatform().start(() -> {
                for (int i = 1; i <= perInstrument; i++) {
                    for (int instrument = first; instrument < first + 3; instrument++) {
                        MarketEvent event = own.begin();
                        event.clear();
                        event.instrument = instrument;
                        event.lastPrice = i;
                        event.volume = i;
                        own.publish();
                    }
                }
            }));
        }
        Map<Integer, Long> last = new HashMap<>();
        long[] updates = {0};
        InboundRing.Consumer consumer = event -> {
            updates[0] += 1 + event.conflatedCount;
            Long before = last.put(event.instrument, event.volume);
            assertThat(before == null || before < event.volume).isTrue();
        };
        while (feeds.stream().anyMatch(Thread::isAlive) || small.hasWork()) {
            small.poll(7, consumer);
        }
        for (Thread feed : feeds) {
            feed.join();
        }
        assertThat(updates[0]).isEqualTo(6L * perInstrument);
        assertThat(last.values()).hasSize(6).containsOnly((long) perInstrument);
    }

    @Test
    void handlesControlBeforeMarketData() {
        try (HandDriven engine = new HandDriven(TradingMode.DEMO)) {
            engine.restoreOnly();
            MarketEvent event = engine.publisher.begin();
            event.clear();
            event.instrument = engine.registry.index(TestInstruments.RELIANCE);
            event.lastPrice = 10_000;
            event.volume = 5;
            event.exchangeMillis = engine.clock.millis();
            event.receivedNanos = engine.clock.nanos();
            engine.publisher.publish();
            engine.core.control.add(new ControlMessage.UserCommand(
                    new Command.Watch("list", List.of(TestInstruments.RELIANCE), FeedMode.QUOTE)));
            engine.step();
            assertThat(engine.core.candles.counters().untracked())
                    .as("watched by the command that came later but goes first")
                    .isZero();
        }
    }
}
