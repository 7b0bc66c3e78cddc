package in.sauda.app.fx;

import in.sauda.core.time.TimeSource;
import in.sauda.core.view.CoreStatus;
import in.sauda.core.view.PositionRow;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import in.sauda.core.view.UiEvent;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/// Pulls what the core published, once per JavaFX pulse, and tells the attached view models. FX thread only.
///
/// The screen asks; the core never pushes. However fast the market is, a view model hears of a row at most once per
/// frame and always of its latest state, while events arrive all and in order.
public final class PulseDriver {
    /// Rest is taken by the next pulse: a burst may not freeze a frame.
    private static final int EVENTS_PER_PULSE = 500;

    private static final long STATUS_INTERVAL_NANOS = 250_000_000L;

    private final Terminal terminal;
    private final TimeSource time;
    private final FrameMeter frames = new FrameMeter();
    private final LatencyMeter latency = new LatencyMeter();
    private final Flashes flashes = new Flashes();
    private final Listeners<QuoteRow> quotes = new Listeners<>();
    private final Listeners<PositionRow> positions = new Listeners<>();
    private final Listeners<UiEvent> events = new Listeners<>();
    private final Listeners<CoreStatus> statuses = new Listeners<>();
    private final Listeners<Long> pulses = new Listeners<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long ignored) {
            pulse();
        }
    };
    private long nextStatusNanos;
    private boolean first = true;

    public PulseDriver(Terminal terminal, TimeSource time) {
        this.terminal = terminal;
        this.time = time;
    }

    public void start() {
        timer.start();
    }

    public void stop() {
        timer.stop();
    }

    public Registration onQuote(Consumer<QuoteRow> listener) {
        return quotes.add(listener);
    }

    public Registration onPosition(Consumer<PositionRow> listener) {
        return positions.add(listener);
    }

    public Registration onEvent(Consumer<UiEvent> listener) {
        return events.add(listener);
    }

    /// About four times a second, and on the first pulse.
    public Registration onStatus(Consumer<CoreStatus> listener) {
        return statuses.add(listener);
    }

    /// Every pulse, after rows and events, with the monotonic time in nanoseconds.
    public Registration onPulse(Consumer<Long> listener) {
        return pulses.add(listener);
    }

    public FrameMeter frames() {
        return frames;
    }

    /// How old prices are when they are shown.
    public LatencyMeter latency() {
        return latency;
    }

    public Flashes flashes() {
        return flashes;
    }

    /// One pulse; called by the timer, and by tests that have no toolkit.
    public void pulse() {
        long now = time.nanos();
        frames.frame(now);
        flashes.pulse(now);
        terminal.events().drain(EVENTS_PER_PULSE, events::tell);
        terminal.quotes().drain(row -> {
            latency.shown(row.receivedNanos(), now);
            quotes.tell(row);
        });
        terminal.positions().drain(positions::tell);
        if (first || now - nextStatusNanos >= 0) {
            first = false;
            nextStatusNanos = now + STATUS_INTERVAL_NANOS;
            statuses.tell(terminal.status());
        }
        pulses.tell(now);
    }
}
