package in.sauda.app.health;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.feed.SubscriptionReport;
import in.sauda.core.health.HealthJson;
import in.sauda.core.health.HealthReport;
import in.sauda.core.health.HealthState;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.view.CoreStatus;
import in.sauda.core.view.Terminal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The health check on the screen. FX thread only.
public final class HealthViewModel {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    /// One counter.
    ///
    /// @param meaning for the tooltip
    record Figure(String title, String text, Tone tone, String meaning) {}

    /// Everything the page shows.
    ///
    /// @param headline the whole in a few words
    record Shown(HealthReport report, SubscriptionReport feed, String headline, Tone tone, List<Figure> figures) {}

    private final Terminal terminal;
    private final ReadOnlyObjectWrapper<Shown> shown;
    private Registration registration = () -> {};

    public HealthViewModel(Terminal terminal) {
        this.terminal = terminal;
        shown = new ReadOnlyObjectWrapper<>(make());
    }

    public void attach(PulseDriver driver) {
        registration.remove();
        registration = driver.onStatus(status -> show());
        show();
    }

    public void detach() {
        registration.remove();
        registration = () -> {};
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The present report as one line of JSON, as the health log has it.
    public String json() {
        return HealthJson.line(terminal.health());
    }

    private void show() {
        Shown next = make();
        if (!next.equals(shown.get())) {
            shown.set(next);
        }
    }

    private Shown make() {
        HealthReport report = terminal.health();
        SubscriptionReport feed = terminal.subscriptions();
        return new Shown(
                report, feed, headline(report), tone(report.status()), figures(report, feed, terminal.status()));
    }

    /// The whole in one sentence.
    public static String headline(HealthReport report) {
        if (report.timestampMillis() == 0) {
            return "The first check is under way.";
        }
        long failed = count(report, HealthState.FAIL);
        long warned = count(report, HealthState.WARN);
        return switch (report.status()) {
            case IDLE -> "Idle: the market is closed or nothing is watched, so most is not judged.";
            case OK -> "Everything works.";
            case WARN -> warned == 1 ? "One thing needs a look." : warned + " things need a look.";
            case FAIL ->
                (failed == 1 ? "One check fails" : failed + " checks fail")
                        + (warned == 0
                                ? "."
                                : ", " + warned + (warned == 1 ? " more needs a look." : " more need a look."));
        };
    }

    private static long count(HealthReport report, HealthState state) {
        return report.rules().stream().filter(rule -> rule.state() == state).count();
    }

    public static Tone tone(HealthState state) {
        return switch (state) {
            case IDLE -> Tone.MUTED;
            case OK -> Tone.GOOD;
            case WARN -> Tone.WARNING;
            case FAIL -> Tone.DANGER;
        };
    }

    static String mark(HealthState state) {
        return switch (state) {
            case IDLE -> "– Idle";
            case OK -> "● OK";
            case WARN -> "▲ Look";
            case FAIL -> "✕ Fails";
        };
    }

    private static List<Figure> figures(HealthReport report, SubscriptionReport feed, CoreStatus status) {
        List<Figure> figures = new ArrayList<>();
        figures.add(flag("Engine", report.running(), "running", "stopped", "The thread that owns all trading state"));
        figures.add(flag(
                "Database", report.storeConnected(), "saving", "not saving", "Orders, candles and signals on disk"));
        figures.add(flag("Login", report.hasCredentials(), "logged in", "none", "A session at the broker"));
        figures.add(plain("Updates", IndianNumbers.compact(report.tickCount()), "Market events since start"));
        figures.add(
                plain("Updates/s", IndianNumbers.units(Math.round(status.ticksPerSecond())), "Over the last second"));
        figures.add(plain("Last update", time(report.lastTickMillis()), "This computer's clock, India time"));
        figures.add(
                plain("Candles", IndianNumbers.units(status.candles()), "Closed one-minute candles made from updates"));
        figures.add(counter("Merged", status.conflated(), "Updates merged because the engine was busy"));
        figures.add(counter("Unreadable frames", feed.malformed(), "Frames of the feed that were no packets"));
        figures.add(counter("Feed gaps", feed.gaps(), "Times the whole feed was away since start"));
        figures.add(counter("REST for live", report.liveRestCalls(), "Quote calls while prices should be streamed"));
        figures.add(plain("Memory", memory(report), "In use of the most this program may use"));
        figures.add(plain("Disk free", bytes(report.diskFreeBytes()), "Where the data folder is"));
        return figures;
    }

    private static Figure flag(String title, boolean good, String yes, String no, String meaning) {
        return new Figure(title, good ? yes : no, good ? Tone.GOOD : Tone.WARNING, meaning);
    }

    private static Figure plain(String title, String text, String meaning) {
        return new Figure(title, text, Tone.NEUTRAL, meaning);
    }

    private static Figure counter(String title, long count, String meaning) {
        return new Figure(title, IndianNumbers.units(count), count == 0 ? Tone.MUTED : Tone.WARNING, meaning);
    }

    private static String time(long millis) {
        return millis == 0 ? IndianNumbers.UNKNOWN : CLOCK.format(IndiaTime.time(millis));
    }

    private static String memory(HealthReport report) {
        return bytes(report.heapUsedBytes()) + " of " + bytes(report.heapMaxBytes());
    }

    static String bytes(long bytes) {
        if (bytes < 0) {
            return IndianNumbers.UNKNOWN;
        }
        long megabytes = bytes >> 20;
        return megabytes < 10_240
                ? IndianNumbers.units(megabytes) + " MB"
                : IndianNumbers.units(megabytes >> 10) + " GB";
    }
}
