package in.sauda.core.replay;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.journal.JournalDecoder;
import in.sauda.core.journal.JournalFolder;
import in.sauda.core.journal.JournalReader;
import in.sauda.core.journal.JournalRecord;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.QuoteRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Plays a journal through an engine of its own, with pause, step, seek and speed, while somebody watches its candles.
///
/// The engine runs on the thread {@code replay}; everything public may be called from any thread. Going back plays the
/// journal again from its beginning up to that time, so what is shown is always what the engine came to.
public final class ReplayPlayer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayPlayer.class);
    private static final long MINUTE_MILLIS = 60_000L;

    /// A minute's candles are closed this long after it ended.
    private static final long GRACE_MILLIS = 2_000L;

    private final Path folder;
    private final TradingCalendar calendar;
    private final ReplayGate gate;
    private final ConcurrentLinkedQueue<Signal> signals = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile @Nullable JournalReplay replay;
    private volatile int rounds;
    private volatile String problem = "";

    /// Opens a journal paused at its beginning.
    public ReplayPlayer(Path folder, TradingCalendar calendar, TimeSource time) {
        this.folder = folder;
        this.calendar = calendar;
        gate = new ReplayGate(time);
        thread = Thread.ofPlatform().name("replay").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            boolean again = true;
            while (again) {
                again = round();
            }
        } catch (IOException failure) {
            LOG.warn("The journal {} cannot be replayed", folder, failure);
            problem = "The journal cannot be read: look at the log file.";
        } catch (RuntimeException failure) {
            LOG.error("The replay of {} failed", folder, failure);
            problem = "The replay failed: " + failure.getMessage();
        }
    }

    /// Plays the journal once; true when it is to be played again from its beginning.
    private boolean round() throws IOException {
        JournalDecoder decoder = new JournalDecoder();
        signals.clear();
        int next = rounds + 1;
        rounds = next;
        try (JournalReplay played = new JournalReplay(calendar, gate::pass);
                JournalReader reader = new JournalReader(new JournalFolder(folder), 0)) {
            replay = played;
            int seen = 0;
            for (JournalRecord record = reader.next(); record != null; record = reader.next()) {
                decoder.play(record, played);
                List<Signal> raised = played.signals();
                while (seen < raised.size()) {
                    signals.add(raised.get(seen++));
                }
            }
            gate.atEnd();
            return false;
        } catch (ReplayGate.Restart _) {
            return true;
        } catch (ReplayGate.Closed _) {
            return false;
        } finally {
            replay = null;
        }
    }

    public void play() {
        gate.play();
    }

    public void pause() {
        gate.pause();
    }

    /// Plays to the next time at which a minute's candles are closed, and stops there.
    public void stepMinute() {
        gate.pause();
        long closed = Math.floorDiv(gate.position() - GRACE_MILLIS, MINUTE_MILLIS) * MINUTE_MILLIS;
        gate.seek(closed + MINUTE_MILLIS + GRACE_MILLIS);
    }

    /// Goes to a time as fast as possible and plays on from there, or stays when it was paused.
    public void seek(long marketMillis) {
        gate.seek(marketMillis);
    }

    /// @param factor recorded seconds a second, 0 for as fast as possible
    public void speed(double factor) {
        gate.speed(factor);
    }

    public boolean playing() {
        return gate.playing();
    }

    /// True when everything has been played.
    public boolean ended() {
        return gate.ended();
    }

    /// Time the recording has reached, 0 before its first record.
    public long position() {
        return gate.position();
    }

    /// Counts how often the journal was begun; series and signals of an earlier round are over.
    public int rounds() {
        return rounds;
    }

    /// Why nothing more comes, empty while all is well.
    public String problem() {
        return problem;
    }

    /// Instruments the recording has introduced so far.
    public List<Instrument> instruments() {
        JournalReplay now = replay;
        return now == null ? List.of() : now.introduced();
    }

    /// One-minute candles of an introduced instrument, growing as the recording goes on; empty between two rounds.
    public Optional<LiveBarSeries> minutes(Instrument instrument) {
        JournalReplay now = replay;
        return now == null ? Optional.empty() : now.minutes(instrument);
    }

    /// Newest quote of an introduced instrument; empty before its first and between two rounds.
    public Optional<QuoteRow> quote(Instrument instrument) {
        JournalReplay now = replay;
        return now == null ? Optional.empty() : now.quote(instrument);
    }

    /// Passes on the signals raised since the last call.
    public void drainSignals(Consumer<Signal> consumer) {
        for (Signal signal = signals.poll(); signal != null; signal = signals.poll()) {
            consumer.accept(signal);
        }
    }

    @Override
    public void close() {
        gate.close();
    }
}
