package in.sauda.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.engine.TestClock;
import in.sauda.core.timeline.JobRow.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jobs run once a trading day at their time; what was missed, moved or switched off is told apart.
class TimelineTest {
    @TempDir
    private Path home = Path.of("");

    private final TestClock clock = new TestClock();
    private final BlockingQueue<LocalDate> ran = new LinkedBlockingQueue<>();

    private Timeline timeline(boolean everyDay) {
        return new Timeline(TradingCalendar.bundled(), everyDay, clock, clock, TimelineLog.open(home));
    }

    private DayJob job(String id, String at, boolean catchesUp) {
        return new DayJob(id, id, "A job.", LocalTime.parse(at), catchesUp, day -> {
            ran.add(day);
            return "Did it.";
        });
    }

    private static JobRow row(Timeline timeline, String id) {
        return timeline.rows().stream()
                .filter(row -> row.job().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable LocalDate nextRun() throws InterruptedException {
        return ran.poll(5, TimeUnit.SECONDS);
    }

    /// Waits until the job's outcome is known; its queue is read before.
    private static void settle(Timeline timeline, String id) {
        long end = System.nanoTime() + 5_000_000_000L;
        while (row(timeline, id).state() == State.RUNNING && System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void runsOnceAtItsTimeAndAgainOnTheNextTradingDay() throws InterruptedException {
        clock.set("15:44:00");
        try (Timeline timeline = timeline(false)) {
            timeline.add(job("review", "15:45", false));
            timeline.look();
            assertThat(row(timeline, "review").state()).isEqualTo(State.WAITING);
            clock.set("15:45:00");
            timeline.look();
            assertThat(nextRun()).isEqualTo(TestClock.DAY);
            settle(timeline, "review");
            timeline.look();
            assertThat(row(timeline, "review").state()).isEqualTo(State.DONE);
            // 20 Nov 2026 is a Friday; Monday trades, Tuesday the 24th is a holiday (rules 8.2).
            assertThat(row(timeline, "review").nextMillis())
                    .isEqualTo(TestClock.at("15:45") + TimeUnit.DAYS.toMillis(3));
            clock.advance(TimeUnit.DAYS.toMillis(1));
            timeline.look();
            assertThat(row(timeline, "review").state()).isEqualTo(State.REST);
            clock.advance(TimeUnit.DAYS.toMillis(2));
            timeline.look();
            assertThat(nextRun()).isEqualTo(LocalDate.of(2026, 11, 23));
            assertThat(ran).isEmpty();
        }
    }

    @Test
    void whatPassedBeforeTheStartIsCaughtUpOnlyWhereThatIsUseful() throws InterruptedException {
        clock.set("16:30:00");
        try (Timeline timeline = timeline(false)) {
            timeline.add(job("login", "08:30", false));
            timeline.add(job("prune", "16:10", true));
            clock.advance(1_000);
            timeline.look();
            assertThat(nextRun()).isEqualTo(TestClock.DAY);
            settle(timeline, "prune");
            assertThat(row(timeline, "login").state()).isEqualTo(State.PASSED);
            assertThat(row(timeline, "prune").state()).isEqualTo(State.DONE);
            assertThat(ran).isEmpty();
        }
        try (Timeline again = timeline(false)) {
            again.add(job("prune", "16:10", true));
            again.look();
            assertThat(row(again, "prune").state()).isEqualTo(State.DONE);
            assertThat(ran).isEmpty();
        }
    }

    @Test
    void runsLateWhenTheComputerSleptThroughTheTime() throws InterruptedException {
        clock.set("08:00:00");
        try (Timeline timeline = timeline(false)) {
            timeline.add(job("login", "08:30", false));
            timeline.look();
            clock.set("11:00:00");
            timeline.look();
            assertThat(nextRun()).isEqualTo(TestClock.DAY);
        }
    }

    @Test
    void aFailureIsKeptWithItsSentenceAndTriedAgainByHand() throws InterruptedException {
        clock.set("08:29:00");
        try (Timeline timeline = timeline(false)) {
            timeline.add(new DayJob("login", "Login", "A job.", LocalTime.of(8, 30), false, day -> {
                ran.add(day);
                throw new JobFailedException("Nobody is logged in.");
            }));
            timeline.look();
            clock.set("08:30:00");
            timeline.look();
            nextRun();
            settle(timeline, "login");
            timeline.look();
            assertThat(row(timeline, "login").state()).isEqualTo(State.FAILED);
            timeline.runNow("login");
            nextRun();
            settle(timeline, "login");
            List<JobRun> runs = timeline.runs();
            assertThat(runs).extracting(JobRun::byHand).containsExactly(true, false);
            assertThat(runs).extracting(JobRun::words).containsOnly("Nobody is logged in.");
        }
    }

    @Test
    void anotherTimeOrNoneIsTheUsersChoice() throws InterruptedException {
        clock.set("15:00:00");
        try (Timeline timeline = timeline(false)) {
            timeline.add(job("review", "15:45", true));
            timeline.add(job("prune", "16:10", true));
            timeline.plan("review", LocalTime.of(15, 10), true);
            timeline.plan("prune", LocalTime.of(15, 5), false);
            timeline.look();
            clock.set("15:10:00");
            timeline.look();
            assertThat(nextRun()).isEqualTo(TestClock.DAY);
            settle(timeline, "review");
            assertThat(row(timeline, "prune").state()).isEqualTo(State.OFF);
            assertThat(ran).isEmpty();
        }
    }

    @Test
    void aDemoPlaysATradingDayOnASaturday() throws InterruptedException {
        clock.set(TestClock.at("08:00") + TimeUnit.DAYS.toMillis(1));
        try (Timeline timeline = timeline(true)) {
            timeline.add(job("login", "08:30", false));
            timeline.look();
            clock.advance(TimeUnit.HOURS.toMillis(1));
            timeline.look();
            assertThat(nextRun()).isEqualTo(TestClock.DAY.plusDays(1));
        }
    }

    @Test
    void aTornLineOfTheLogIsPassedOver() throws IOException {
        TimelineLog.open(home).add(new JobRun("review", "Review", TestClock.at("15:45"), 12, true, false, "Did it."));
        Files.writeString(home.resolve("timeline.jsonl"), "{\"job\":\"rev", StandardOpenOption.APPEND);
        assertThat(TimelineLog.open(home).runs()).extracting(JobRun::job).containsExactly("review");
    }
}
