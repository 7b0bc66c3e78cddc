package in.sauda.app.timeline;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.timeline.JobRun;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// One run of a job in the journal of the day.
public final class RunLine {
    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("dd-MMM HH:mm:ss", Locale.ENGLISH);

    final CellValue when = new CellValue();
    final CellValue title = new CellValue();
    final CellValue outcome = new CellValue();
    final CellValue took = new CellValue();
    final CellValue words = new CellValue();
    private final JobRun run;

    RunLine(JobRun run) {
        this.run = run;
        when.show(
                DAY_TIME.format(IndiaTime.date(run.startedMillis()).atTime(IndiaTime.time(run.startedMillis()))),
                Tone.MUTED);
        title.show(run.title() + (run.byHand() ? "  (by hand)" : ""));
        outcome.show(run.done() ? "Done" : "Failed", run.done() ? Tone.GOOD : Tone.DANGER);
        took.show(
                run.tookMillis() < 1_000
                        ? run.tookMillis() + " ms"
                        : String.format(Locale.ROOT, "%.1f s", run.tookMillis() / 1_000.0),
                Tone.MUTED);
        words.show(run.words());
    }

    JobRun run() {
        return run;
    }
}
