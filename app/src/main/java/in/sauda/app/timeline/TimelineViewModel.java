package in.sauda.app.timeline;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.settings.Settings.PlannedJob;
import in.sauda.app.settings.SettingsStore;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.MarketClock;
import in.sauda.core.timeline.JobRow;
import in.sauda.core.timeline.JobRun;
import in.sauda.core.timeline.Timeline;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The day's jobs as the user arranged them, and what ran. FX thread only.
public final class TimelineViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(TimelineViewModel.class);

    private final Timeline timeline;
    private final SettingsStore settings;
    private final MarketClock clock;
    private final ObservableList<JobLine> jobs = FXCollections.observableArrayList();
    private final ObservableList<RunLine> runs = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    public TimelineViewModel(Timeline timeline, SettingsStore settings, MarketClock clock) {
        this.timeline = timeline;
        this.settings = settings;
        this.clock = clock;
    }

    /// Gives the jobs the times the user chose.
    public void attach() {
        settings.get().desk().jobs().forEach((id, planned) -> {
            try {
                timeline.plan(id, LocalTime.parse(planned.at()), planned.on());
            } catch (DateTimeParseException edited) {
                LOG.warn("The settings give job {} the time '{}', which is none", id, planned.at());
            }
        });
    }

    /// Follows the jobs while the page is on the screen.
    Registration open(PulseDriver driver) {
        refresh();
        return driver.onStatus(_ -> refresh());
    }

    private void refresh() {
        LocalDate today = IndiaTime.date(clock.millis());
        List<JobRow> rows = timeline.rows();
        if (!ids(rows).equals(jobs.stream().map(line -> line.row().job().id()).toList())) {
            jobs.setAll(rows.stream().map(row -> new JobLine(row, today)).toList());
        } else {
            for (int i = 0; i < rows.size(); i++) {
                jobs.get(i).show(rows.get(i), today);
            }
        }
        List<JobRun> done = timeline.runs();
        if (!done.equals(runs.stream().map(RunLine::run).toList())) {
            runs.setAll(done.stream().map(RunLine::new).toList());
        }
    }

    private static List<String> ids(List<JobRow> rows) {
        return rows.stream().map(row -> row.job().id()).toList();
    }

    ObservableList<JobLine> jobs() {
        return jobs;
    }

    /// The journal, newest first.
    ObservableList<RunLine> runs() {
        return runs;
    }

    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    void runNow(JobRow row) {
        timeline.runNow(row.job().id());
        message.set(row.job().title() + " runs now; what it comes to is in the journal below.");
        refresh();
    }

    /// Gives a job another time.
    ///
    /// @return false when it is none; the message says so
    boolean move(JobRow row, String typed) {
        try {
            String text = typed.strip();
            plan(row, LocalTime.parse(text.length() == 4 ? "0" + text : text), row.on());
            return true;
        } catch (DateTimeParseException wrong) {
            message.set("'" + typed + "' is no time of the day; type it as 15:45.");
            return false;
        }
    }

    /// Switches a job off or on.
    void turn(JobRow row, boolean on) {
        plan(row, row.at(), on);
    }

    private void plan(JobRow row, LocalTime at, boolean on) {
        String id = row.job().id();
        timeline.plan(id, at, on);
        settings.update(now -> now.withDesk(now.desk().withJob(id, new PlannedJob(at.toString(), on))));
        message.set(row.job().title() + (on ? " runs at " + at + " on trading days." : " is switched off."));
        refresh();
    }
}
