package in.sauda.app.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.app.session.Sentences;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.review.EodReview;
import in.sauda.core.review.ReviewFiles;
import in.sauda.core.signals.Signal;
import in.sauda.core.storage.Database;
import in.sauda.core.storage.JdbiStores;
import in.sauda.core.storage.Stores;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// {@code sauda review}: the evening's review of a day's signals.
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description =
                "Writes the observation log and the end-of-day review of one day's signals, with what became of each "
                        + "after 5 and 15 minutes. Running it again keeps what you typed into the files.")
final class ReviewCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "Which day. Default: today in India.")
    private @Nullable LocalDate date;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write. Default: reviews in the data folder.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        Path folder = home.prepare();
        LocalDate day = date == null ? IndiaTime.date(new SystemTime().wallMillis()) : date;
        Path target = out == null ? folder.resolve("reviews") : out;
        try (Database database = Database.open(folder)) {
            print(write(JdbiStores.of(database, new InstrumentRegistry()), day, target), target);
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CommandFailure(Sentences.of(e), e);
        }
    }

    private static EodReview write(Stores stores, LocalDate day, Path target) throws IOException {
        long from = IndiaTime.epochMillis(day, LocalTime.MIN);
        long to = IndiaTime.nextMidnight(from);
        List<Signal> signals = stores.signals().load(from, to);
        return new ReviewFiles(target)
                .write(day, signals, instrument -> stores.candles().load(instrument.key(), Timeframe.M1, from, to));
    }

    private void print(EodReview review, Path target) {
        PrintWriter to = spec.commandLine().getOut();
        if (json) {
            ObjectNode object = JSON.createObjectNode();
            object.put("date", review.date().toString());
            object.put("signals", review.observations().size());
            ObjectNode buckets = object.putObject("buckets");
            review.buckets().forEach((bucket, count) -> buckets.put(bucket.name(), count));
            to.println(object);
        } else {
            to.println(review.observations().size() + " signals on " + review.date() + ": " + review.buckets());
            to.println("Written to " + target + ": eod_report_" + review.date() + ".md");
        }
        to.flush();
    }
}
