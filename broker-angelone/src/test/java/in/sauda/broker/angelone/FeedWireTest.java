package in.sauda.broker.angelone;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.MarketFeed;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.ConnectionState;
import in.sauda.core.feed.ConnectionStatistics;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.Line;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Thousands of instruments against the wire simulator, which enforces three connections of a thousand each.
class FeedWireTest {
    private static final int INSTRUMENTS = 2_500;

    private final WireClient client;
    private final List<Subscription> wishes;

    FeedWireTest(@TempDir Path folder) throws Exception {
        client = new WireClient(folder);
        List<Instrument> instruments = client.instruments.values().stream()
                .filter(instrument -> Set.of(Segment.NSE, Segment.NFO).contains(instrument.segment()))
                .limit(INSTRUMENTS)
                .toList();
        wishes = IntStream.range(0, instruments.size())
                .mapToObj(index -> new Subscription(instruments.get(index), index, FeedMode.QUOTE))
                .toList();
    }

    @AfterEach
    void close() {
        client.close();
    }

    private int ticking() {
        BitSet seen = new BitSet();
        client.published.events().forEach(event -> seen.set(event.instrument));
        return seen.cardinality();
    }

    @Test
    void spreadsOverThreeConnectionsAndComesBackCompleteAfterACut() {
        assertThat(wishes).hasSize(INSTRUMENTS);
        MarketFeed feed = client.session.feed();
        feed.connect();
        feed.subscribe(wishes);
        Await.until("every instrument has a price", () -> ticking() == INSTRUMENTS);

        assertThat(feed.statistics().connections())
                .extracting(ConnectionStatistics::used)
                .containsExactly(1_000, 1_000, 500);
        assertThat(feed.statistics().connections())
                .allMatch(socket -> socket.state() == ConnectionState.CONNECTED && socket.frames() > 0);
        assertThat(feed.statistics().errorFrames())
                .as("the server never says limit exceeded")
                .isZero();
        assertThat(feed.statistics().malformed() + feed.statistics().unknownTokens())
                .isZero();

        client.simulator.faults().inject(new Fault.Cut(Line.STREAM));
        client.published.events().clear();
        Await.until("all three are back", () -> feed.statistics().reconnects() == 3);
        Await.until("every instrument has a price again", () -> ticking() == INSTRUMENTS);
        Await.until("said so", () -> client.states.getLast() instanceof FeedState.Connected);
        assertThat(feed.statistics().errorFrames()).isZero();
    }
}
