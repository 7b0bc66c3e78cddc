package in.sauda.app.session;

import in.sauda.core.broker.Broker;
import in.sauda.core.broker.BrokerContext;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.BrokerLink;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.Credentials;
import in.sauda.core.broker.support.FeedPair;
import in.sauda.core.broker.support.SourceGate;
import in.sauda.core.engine.TerminalCore;
import in.sauda.core.instruments.Counterparts;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentService;
import in.sauda.core.time.TimeSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Where a second broker joins a session that runs: its feed passes the same gate, and orders can go to it. Its books
/// stay its own; the core keeps them apart from the first account's.
///
/// @param states makes one feed state of two
/// @param first the broker that is there already
record Junction(
        TerminalCore core,
        SourceGate gate,
        FeedPair.States states,
        PairedSession session,
        SessionBoard board,
        InstrumentService instruments,
        BrokerId first,
        TimeSource time) {
    /// Reads the second broker's instruments, logs in and lets its feed in. Blocks for seconds.
    ///
    /// @throws IOException when its instruments cannot be read, or there are two brokers already
    /// @throws BrokerException when it refuses the login
    void join(Broker broker, Map<String, String> endpoints, Credentials credentials)
            throws IOException, BrokerException {
        if (session.paired()) {
            throw new IOException("Two brokers are logged in already; a third one cannot join.");
        }
        if (broker.id().equals(first)) {
            throw new IOException(
                    broker.displayName() + " is logged in already; the second one must be another broker.");
        }
        List<Instrument> listed = SecondMaster.read(broker.instruments(endpoints));
        BrokerContext context = new BrokerContext(
                endpoints,
                gate.second(core::newPublisher),
                event -> core.onOrderEvent(broker.id(), event),
                state -> {
                    gate.secondAway(!state.connected());
                    states.second(state);
                },
                core::phase,
                time,
                RandomGenerator.getDefault(),
                () -> listed,
                new SystemOpener()::page);
        BrokerSession joined = broker.open(credentials, context);
        states.joins(broker.displayName());
        gate.begin();
        board.join(new SessionBoard.Part(broker.displayName(), joined, states::second, () -> listed));
        session.join(joined);
        core.join(new BrokerLink(
                broker.id(),
                broker.displayName(),
                broker.capabilities(),
                joined,
                new Counterparts(instruments::instruments, instruments.directory(), listed)));
    }
}
