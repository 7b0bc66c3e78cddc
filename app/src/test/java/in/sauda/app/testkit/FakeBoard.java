package in.sauda.app.testkit;

import in.sauda.app.brokers.BrokerBoard;
import in.sauda.core.broker.DerivativesData;
import in.sauda.core.broker.OptionData;
import in.sauda.core.broker.RateUse;
import in.sauda.core.feed.FeedState;
import in.sauda.core.instruments.MasterMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Brokers as a test says.
public final class FakeBoard implements BrokerBoard {
    private final List<Line> lines = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private @Nullable MasterMapping mapping;
    private boolean second;

    private FakeBoard() {}

    public static FakeBoard ofOne() {
        FakeBoard board = new FakeBoard();
        board.lines.add(line("Angel One", new FeedState.Connected(), 200));
        return board;
    }

    public static FakeBoard ofTwo(MasterMapping mapping) {
        FakeBoard board = ofOne();
        board.lines.add(line("Upstox", new FeedState.Disconnected("The socket was cut.", 1_000), 3));
        board.mapping = mapping;
        return board;
    }

    private static Line line(String name, FeedState feed, int inForce) {
        return new Line(
                name,
                "D123456",
                feed,
                300_000_000L,
                12_000,
                inForce,
                1_789_990_000_000L,
                List.of(new RateUse("orders", List.of(new RateUse.Window(1_000, 3, 9)), 0)));
    }

    public void gap(Gap gap) {
        gaps.add(gap);
    }

    @Override
    public List<Line> brokers() {
        return List.copyOf(lines);
    }

    @Override
    public boolean secondPreferred() {
        return second;
    }

    @Override
    public void preferSecond(boolean wanted) {
        second = wanted;
    }

    @Override
    public Optional<DerivativesData> derivatives() {
        return Optional.empty();
    }

    @Override
    public String source(int instrument) {
        return lines.get(second ? 1 : 0).name();
    }

    @Override
    public Optional<OptionData> options() {
        return Optional.empty();
    }

    @Override
    public long changeovers() {
        return 4;
    }

    @Override
    public List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    @Override
    public Optional<MasterMapping> mapping() {
        return Optional.ofNullable(mapping);
    }
}
