package in.sauda.app.session;

import in.sauda.core.account.SessionFacts;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.feed.FeedSource;
import in.sauda.core.feed.SubscriptionReport;
import in.sauda.core.feed.SubscriptionRow;
import in.sauda.core.feed.SubscriptionState;
import in.sauda.core.instruments.ImportProgress;
import in.sauda.core.instruments.InstrumentService;
import in.sauda.core.instruments.MasterStatus;
import in.sauda.core.journal.JournalFolder;
import in.sauda.core.review.EodReview;
import in.sauda.core.review.ReviewFiles;
import in.sauda.core.storage.Stores;
import in.sauda.core.strategy.StrategyRow;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import in.sauda.core.timeline.DayJob;
import in.sauda.core.timeline.JobFailedException;
import in.sauda.core.timeline.Timeline;
import in.sauda.core.view.Command;
import in.sauda.core.view.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The jobs of the day of a running session (rules 8.3). Whoever has another job adds it to the session's
/// {@link Timeline}.
///
/// @param master name of the instrument master in use
/// @param folder where the session keeps its journal and reviews
record DayJobs(
        Terminal terminal, InstrumentService instruments, String master, Stores stores, Path folder, TimeSource time) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd-MMM HH:mm");
    private static final long FRESH_MILLIS = 12 * 3_600_000L;
    private static final long IMPORT_MINUTES = 10;
    private static final long KEPT_MILLIS = 7 * 86_400_000L;
    private static final long PATIENCE_SECONDS = 30;
    private static final int NAMED = 5;
    private static final long LOOK_MILLIS = 500;

    void addTo(Timeline timeline) {
        timeline.add(job("login", "08:30", "Login", "Whether the login lasts through the day.", false, this::login));
        timeline.add(job(
                "master",
                "08:45",
                "Instruments",
                "Reads the master when it is older than 12 hours.",
                false,
                this::read));
        timeline.add(
                job("feed", "09:00", "Feed", "Whether prices are streamed; connects where not.", false, this::feed));
        timeline.add(job(
                "subscriptions",
                "09:07",
                "Subscriptions",
                "Whether everything asked for is streamed.",
                false,
                this::subscriptions));
        timeline.add(job(
                "strategies",
                "09:15",
                "Strategies",
                "Whether the strategies run and have their history.",
                false,
                this::strategies));
        timeline.add(job(
                "review", "15:45", "Review", "Writes the observation log and the day's review.", true, this::review));
        timeline.add(job(
                "candles",
                "16:05",
                "Final candles",
                "Whether the minutes read again from the broker agree with ours.",
                false,
                day -> new FinalCandles(
                                terminal.truth(),
                                asked -> terminal.send(new Command.Reread(asked, List.of())),
                                time,
                                LOOK_MILLIS)
                        .await(day)));
        timeline.add(job("prune", "16:10", "Clean-up", "Deletes recordings older than a week.", true, this::prune));
    }

    private static DayJob job(String id, String at, String title, String meaning, boolean catchesUp, DayJob.Work work) {
        return new DayJob(id, title, meaning, LocalTime.parse(at), catchesUp, work);
    }

    private String login(LocalDate day) throws JobFailedException {
        SessionFacts facts = terminal.session();
        if (!facts.loggedIn()) {
            throw new JobFailedException("Nobody is logged in. Log in before the market opens.");
        }
        long until = facts.validUntilMillis();
        if (until == Long.MAX_VALUE) {
            return "Logged in; the login has no known end.";
        }
        String words = TIME.format(IndiaTime.date(until).atTime(IndiaTime.time(until)));
        if (until < IndiaTime.epochMillis(day, LocalTime.of(15, 45))) {
            throw new JobFailedException("The login ends on " + words + ", before the market closes. Log in again.");
        }
        return "Logged in until " + words + ".";
    }

    private MasterStatus status() {
        return instruments.status().stream()
                .filter(candidate -> candidate.master().equals(master))
                .findFirst()
                .orElseThrow();
    }

    private String read(LocalDate day) throws JobFailedException, InterruptedException {
        if (status().ageMillis() < FRESH_MILLIS) {
            return IndianNumbers.units(status().accepted()) + " instruments, not older than 12 hours.";
        }
        try {
            instruments.refresh(master, ImportProgress.none()).get(IMPORT_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException failed) {
            throw new JobFailedException("The master was not read; yesterday's stays in use.", failed);
        }
        if (!status().problem().isEmpty()) {
            throw new JobFailedException(status().problem());
        }
        return "Read anew: " + IndianNumbers.units(status().accepted()) + " instruments.";
    }

    private String feed(LocalDate day) throws JobFailedException, InterruptedException {
        if (terminal.status().feed().connected()) {
            return "Prices are streamed.";
        }
        terminal.send(new Command.UseFeed(FeedSource.STREAM));
        long end = time.nanos() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (time.nanos() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(250);
            if (terminal.status().feed().connected()) {
                return "The feed was away and is connected again.";
            }
        }
        throw new JobFailedException(
                "The feed is not connected; the terminal keeps trying. Look at the page Subscriptions.");
    }

    private String subscriptions(LocalDate day) throws JobFailedException, InterruptedException {
        terminal.subscriptions();
        // The audit is made while somebody asks for it, once a second.
        TimeUnit.MILLISECONDS.sleep(1_500);
        SubscriptionReport report = terminal.subscriptions();
        List<String> missing = report.rows().stream()
                .filter(row -> row.state() == SubscriptionState.WAITING || row.state() == SubscriptionState.REFUSED)
                .map(SubscriptionRow::instrument)
                .map(instrument -> instrument.symbol())
                .toList();
        if (missing.isEmpty()) {
            return IndianNumbers.units(report.total().asked()) + " instruments asked for, all streamed.";
        }
        throw new JobFailedException(missing.size() + " of " + report.total().asked()
                + " instruments are not streamed: "
                + String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())))
                + (missing.size() > NAMED ? " …" : "") + ".");
    }

    private String strategies(LocalDate day) throws JobFailedException {
        List<StrategyRow> rows = terminal.strategies();
        List<String> failed = rows.stream()
                .filter(row -> row.state() == StrategyRow.State.FAILED)
                .map(StrategyRow::name)
                .toList();
        if (!failed.isEmpty()) {
            throw new JobFailedException(
                    "Stopped by a failure: " + String.join(", ", failed) + ". Start them on the page Strategies.");
        }
        List<StrategyRow> running = rows.stream()
                .filter(row -> row.state() != StrategyRow.State.STOPPED)
                .toList();
        return running.isEmpty()
                ? "No strategy is switched on."
                : running.size() + " running; " + running.getFirst().warm() + " of "
                        + running.getFirst().judged() + " instruments have their history.";
    }

    private String review(LocalDate day) throws JobFailedException {
        long from = IndiaTime.epochMillis(day, LocalTime.MIN);
        long to = IndiaTime.nextMidnight(from);
        try {
            EodReview review = new ReviewFiles(folder.resolve("reviews"))
                    .write(
                            day,
                            stores.signals().load(from, to),
                            instrument -> stores.candles().load(instrument.key(), Timeframe.M1, from, to));
            int signals = review.observations().size();
            return (signals == 1 ? "1 signal" : signals + " signals") + " reviewed.";
        } catch (IOException unwritable) {
            throw new JobFailedException("The review could not be written. " + Sentences.of(unwritable), unwritable);
        }
    }

    private String prune(LocalDate day) throws JobFailedException {
        try {
            int deleted = new JournalFolder(folder.resolve("journal")).prune(time.wallMillis() - KEPT_MILLIS);
            return deleted == 0 ? "Nothing is older than a week." : deleted + " old recordings deleted.";
        } catch (IOException refused) {
            throw new JobFailedException("Old recordings could not be deleted. " + Sentences.of(refused), refused);
        }
    }
}
