package in.sauda.app.session;

import in.sauda.app.brokers.BrokerBoard;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.DerivativesData;
import in.sauda.core.broker.OptionData;
import in.sauda.core.broker.support.SourceGate;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.FeedStatistics;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.MasterMapping;
import in.sauda.core.time.TimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The brokers of a running session, for the switchboard.
final class SessionBoard implements BrokerBoard {
    /// One broker's part.
    ///
    /// @param listed its instruments
    record Part(String name, BrokerSession session, Supplier<FeedState> feed, Supplier<List<Instrument>> listed) {}

    private final Part first;
    private volatile @Nullable Part second;
    private final SourceGate gate;
    private final InstrumentRegistry registry;
    private final TimeSource time;

    SessionBoard(Part first, SourceGate gate, InstrumentRegistry registry, TimeSource time) {
        this.first = first;
        this.gate = gate;
        this.registry = registry;
        this.time = time;
    }

    void join(Part next) {
        second = next;
    }

    @Override
    public List<Line> brokers() {
        Part other = second;
        if (other == null) {
            return List.of(line(first, first.session().feed().statistics().subscribed()));
        }
        int[] inForce = gate.inForce();
        return List.of(line(first, inForce[0]), line(other, inForce[1]));
    }

    private Line line(Part part, int inForce) {
        FeedStatistics feed = part.session().feed().statistics();
        return new Line(
                part.name(),
                part.session().profile().clientCode(),
                part.feed().get(),
                feed.frames() == 0 ? Long.MAX_VALUE : Math.max(0, time.nanos() - feed.lastFrameNanos()),
                feed.frames(),
                inForce,
                part.session().validUntilMillis(),
                part.session().rates());
    }

    @Override
    public boolean secondPreferred() {
        return gate.secondPreferred();
    }

    @Override
    public void preferSecond(boolean wanted) {
        if (second != null) {
            gate.preferSecond(wanted);
        }
    }

    @Override
    public String source(int instrument) {
        Part other = second;
        return other != null && gate.fromSecond(instrument) ? other.name() : first.name();
    }

    @Override
    public Optional<OptionData> options() {
        Part other = second;
        return other == null
                ? first.session().options()
                : first.session().options().or(other.session()::options);
    }

    @Override
    public Optional<DerivativesData> derivatives() {
        Part other = second;
        return other == null
                ? first.session().derivatives()
                : first.session().derivatives().or(other.session()::derivatives);
    }

    @Override
    public long changeovers() {
        return gate.changeovers();
    }

    @Override
    public List<Gap> gaps() {
        long now = time.nanos();
        List<Gap> gaps = new ArrayList<>();
        for (SourceGate.Disagreement found : gate.disagreements(now)) {
            gaps.add(new Gap(
                    registry.instrument(found.instrument()), found.first(), found.second(), now - found.sinceNanos()));
        }
        return gaps;
    }

    @Override
    public Optional<MasterMapping> mapping() {
        Part other = second;
        return other == null
                ? Optional.empty()
                : Optional.of(
                        MasterMapping.of(first.listed().get(), other.listed().get()));
    }
}
