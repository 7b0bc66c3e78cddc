package in.sauda.app.timeline;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.timeline.JobRow;
import in.sauda.core.timeline.JobRun;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// One job of the day and what its cells show.
public final class JobLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("dd-MMM HH:mm", Locale.ENGLISH);

    final CellValue at = new CellValue();
    final CellValue title = new CellValue();
    final CellValue state = new CellValue();
    final CellValue last = new CellValue();
    final CellValue next = new CellValue();
    final CellValue words = new CellValue();
    private JobRow row;

    JobLine(JobRow row, LocalDate today) {
        this.row = row;
        show(row, today);
    }

    JobRow row() {
        return row;
    }

    void show(JobRow now, LocalDate today) {
        row = now;
        at.show(TIME.format(now.at()), now.on() ? Tone.NEUTRAL : Tone.MUTED);
        title.show(now.job().title());
        state.show(words(now.state()), tone(now.state()));
        JobRun run = now.last();
        last.show(run == null ? "never" : moment(run.startedMillis(), today), Tone.MUTED);
        next.show(now.nextMillis() == 0 ? IndianNumbers.UNKNOWN : moment(now.nextMillis(), today));
        if (now.state() == JobRow.State.PASSED) {
            words.show("Its time had passed when the terminal was opened.", Tone.MUTED);
        } else {
            words.show(run == null ? "" : run.words(), run == null || run.done() ? Tone.NEUTRAL : Tone.DANGER);
        }
    }

    /// The time alone where it is today.
    static String moment(long millis, LocalDate today) {
        LocalDate day = IndiaTime.date(millis);
        return (day.equals(today) ? TIME : DAY_TIME).format(day.atTime(IndiaTime.time(millis)));
    }

    static String words(JobRow.State state) {
        return switch (state) {
            case WAITING -> "Waiting";
            case RUNNING -> "Running";
            case DONE -> "Done";
            case FAILED -> "Failed";
            case PASSED -> "Passed";
            case OFF -> "Off";
            case REST -> "No trading today";
        };
    }

    private static Tone tone(JobRow.State state) {
        return switch (state) {
            case WAITING -> Tone.NEUTRAL;
            case RUNNING -> Tone.WARNING;
            case DONE -> Tone.GOOD;
            case FAILED -> Tone.DANGER;
            case PASSED, OFF, REST -> Tone.MUTED;
        };
    }
}
