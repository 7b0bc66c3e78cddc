package in.sauda.app.status;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.fx.Tone;
import in.sauda.core.account.SessionFacts;
import in.sauda.core.calendar.Phase;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.feed.FeedState;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.CoreStatus;
import in.sauda.core.view.Terminal;
import in.sauda.core.view.UiEvent;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Health in words: what the status bar and the connection banner say. FX thread only.
public final class StatusViewModel {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MASTER_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long LATE_FEED_NANOS = 10_000_000_000L;
    private static final long SKEWED_MILLIS = 2_000;
    private static final double LATE_SCREEN_MILLIS = 1_000;

    /// One item of the status bar.
    public record Item(String text, Tone tone) {
        static final Item NONE = new Item("", Tone.MUTED);
    }

    /// Everything the status bar shows.
    public record Line(
            Item connection,
            Item feedAge,
            Item rate,
            Item skew,
            Item instruments,
            Item orders,
            Item login,
            Item address,
            Item quota,
            Item database,
            Item phase,
            Item latency,
            Item frames,
            Item clock) {}

    private final Terminal terminal;
    private final TimeSource time;
    private final Supplier<MasterInfo> master;
    private final ReadOnlyObjectWrapper<Line> line = new ReadOnlyObjectWrapper<>(new Line(
            Item.NONE, Item.NONE, Item.NONE, Item.NONE, Item.NONE, Item.NONE, Item.NONE, Item.NONE, Item.NONE,
            Item.NONE, Item.NONE, Item.NONE, Item.NONE, Item.NONE));
    private final ReadOnlyStringWrapper banner = new ReadOnlyStringWrapper("");
    private Registration registration = () -> {};
    private FeedState feed = new FeedState.Connecting(1);
    private long feedChangedNanos;

    public StatusViewModel(Terminal terminal, TimeSource time, Supplier<MasterInfo> master) {
        this.terminal = terminal;
        this.time = time;
        this.master = master;
    }

    public void attach(PulseDriver driver) {
        feedChangedNanos = time.nanos();
        registration = Registration.all(
                driver.onEvent(event -> {
                    if (event instanceof UiEvent.FeedChanged changed) {
                        feed(changed.state());
                    }
                }),
                driver.onStatus(status -> show(
                        status,
                        driver.latency().percentileMillis(0.99),
                        driver.frames().framesPerSecond())));
    }

    public void detach() {
        registration.remove();
    }

    public ReadOnlyObjectProperty<Line> line() {
        return line.getReadOnlyProperty();
    }

    /// What the banner says while there is no feed; empty while there is one.
    public ReadOnlyStringProperty banner() {
        return banner.getReadOnlyProperty();
    }

    private void feed(FeedState state) {
        if (!state.equals(feed)) {
            feed = state;
            feedChangedNanos = time.nanos();
        }
    }

    private void show(CoreStatus status, double latencyMillis, double framesPerSecond) {
        feed(status.feed());
        SessionFacts session = terminal.session();
        line.set(new Line(
                connection(),
                feedAge(status),
                new Item(IndianNumbers.units(Math.round(status.ticksPerSecond())) + " ticks/s", Tone.NEUTRAL),
                skew(status.clockSkewMillis()),
                instruments(status),
                new Item(status.ordersWorking() + " working", status.ordersWorking() > 0 ? Tone.NEUTRAL : Tone.MUTED),
                SessionItems.login(session, time.wallMillis()),
                SessionItems.address(session),
                SessionItems.quota(session),
                SessionItems.database(terminal.health()),
                phase(status.phase()),
                latency(latencyMillis),
                new Item(Math.round(framesPerSecond) + " fps", Tone.MUTED),
                new Item(CLOCK.format(IndiaTime.time(status.marketMillis())) + " IST", Tone.NEUTRAL)));
        banner.set(bannerText());
    }

    private Item connection() {
        return switch (feed) {
            case FeedState.Connected _ -> new Item("● Connected", Tone.GOOD);
            case FeedState.Limited limited ->
                limited.refused() == 0
                        ? new Item("◐ Connected, second feed", Tone.WARNING)
                        : new Item("◐ Connected, " + limited.refused() + " not streamed", Tone.WARNING);
            case FeedState.Polling polling ->
                new Item("◐ Polling every " + polling.intervalMillis() / 1000 + " s", Tone.WARNING);
            case FeedState.Connecting connecting ->
                new Item(
                        "◌ Connecting" + (connecting.attempt() > 1 ? ", try " + connecting.attempt() : ""),
                        Tone.WARNING);
            case FeedState.Disconnected disconnected ->
                new Item("○ Disconnected" + countdown(disconnected), Tone.DANGER);
            case FeedState.Closed _ -> new Item("○ Closed", Tone.MUTED);
        };
    }

    private String bannerText() {
        return switch (feed) {
            case FeedState.Connected _ -> "";
            case FeedState.Limited limited -> limited.reason();
            case FeedState.Polling polling -> polling.reason();
            case FeedState.Connecting connecting ->
                connecting.attempt() > 1
                        ? "Reconnecting to the market feed, try " + connecting.attempt() + ". Prices are old."
                        : "";
            case FeedState.Disconnected disconnected ->
                disconnected.reason() + " Prices are old" + countdown(disconnected) + ".";
            case FeedState.Closed _ -> "The market feed is closed. Prices are old.";
        };
    }

    private String countdown(FeedState.Disconnected disconnected) {
        if (disconnected.retryInMillis() < 0) {
            return "; no further attempt";
        }
        long waited = (time.nanos() - feedChangedNanos) / 1_000_000;
        long seconds = Math.ceilDiv(Math.max(0, disconnected.retryInMillis() - waited), 1000L);
        return "; next attempt in " + seconds + " s";
    }

    private static Item feedAge(CoreStatus status) {
        if (status.feedAgeNanos() < 0) {
            return new Item("feed –", Tone.MUTED);
        }
        boolean late = status.feedAgeNanos() > LATE_FEED_NANOS && status.phase() == Phase.CONTINUOUS;
        String seconds = String.format(Locale.ROOT, "feed %.1f s", status.feedAgeNanos() / NANOS_PER_SECOND);
        return new Item(seconds, late ? Tone.WARNING : Tone.NEUTRAL);
    }

    /// The promise is less than a second from tick to screen.
    private static Item latency(double millis) {
        return Double.isNaN(millis)
                ? new Item("screen –", Tone.MUTED)
                : new Item(
                        "screen " + IndianNumbers.units(Math.round(millis)) + " ms",
                        millis >= LATE_SCREEN_MILLIS ? Tone.WARNING : Tone.MUTED);
    }

    private static Item skew(long millis) {
        if (millis == Long.MIN_VALUE) {
            return new Item("clock –", Tone.MUTED);
        }
        String sign = millis < 0 ? "−" : "+";
        return new Item(
                "clock " + sign + length(Math.abs(millis)),
                Math.abs(millis) > SKEWED_MILLIS ? Tone.WARNING : Tone.NEUTRAL);
    }

    /// In the unit that leaves a number people can read.
    private static String length(long millis) {
        if (millis < 10_000) {
            return IndianNumbers.units(millis) + " ms";
        }
        long seconds = millis / 1_000;
        return seconds < 600 ? seconds + " s" : seconds < 36_000 ? seconds / 60 + " min" : seconds / 3_600 + " h";
    }

    private Item instruments(CoreStatus status) {
        MasterInfo info = master.get();
        String count =
                status.ticking() + "/" + status.subscribed() + " live of " + IndianNumbers.units(info.instruments());
        String age = info.loadedMillis() == 0 || !info.stale()
                ? ""
                : " · master "
                        + MASTER_TIME.format(
                                IndiaTime.date(info.loadedMillis()).atTime(IndiaTime.time(info.loadedMillis())));
        return new Item(count + age + (info.stale() ? " (old)" : ""), info.stale() ? Tone.WARNING : Tone.NEUTRAL);
    }

    private static Item phase(Phase phase) {
        return switch (phase) {
            case CLOSED -> new Item("Market closed", Tone.MUTED);
            case PRE_OPEN -> new Item("Pre-open", Tone.WARNING);
            case CONTINUOUS -> new Item("Market open", Tone.GOOD);
            case CLOSING_AUCTION -> new Item("Closing auction", Tone.WARNING);
            case POST_CLOSE -> new Item("Post-close", Tone.MUTED);
        };
    }
}
