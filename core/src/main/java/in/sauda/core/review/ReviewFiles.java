package in.sauda.core.review;

import in.sauda.core.candles.Candle;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.review.Observation.ReviewerNotes;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.IndiaTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Writes a day's observation log and review. Running it again updates the figures and keeps what people wrote.
public final class ReviewFiles {
    private final Path folder;

    /// @param folder made when it is missing
    public ReviewFiles(Path folder) {
        this.folder = folder;
    }

    /// @param signals of any days; those of the date count
    /// @param candles of an instrument, oldest first
    public EodReview write(LocalDate date, List<Signal> signals, Function<Instrument, List<Candle>> candles)
            throws IOException {
        Files.createDirectories(folder);
        Path log = folder.resolve("signals_for_review_" + date + ".csv");
        Path report = folder.resolve("eod_report_" + date + ".md");
        Map<String, ReviewerNotes> notes = ObservationLog.notes(read(log));
        List<Observation> observations = new ArrayList<>();
        for (Signal signal : signals) {
            if (IndiaTime.date(signal.candleMillis()).equals(date)) {
                observations.add(Validation.observe(
                        signal,
                        candles.apply(signal.instrument()),
                        notes.getOrDefault(ObservationLog.key(signal), ReviewerNotes.NONE)));
            }
        }
        EodReview review = new EodReview(date, observations);
        String markdown = EodReport.markdown(review, read(report));
        write(log, ObservationLog.csv(observations));
        write(report, markdown);
        write(folder.resolve("eod_report_" + date + ".html"), EodReport.html(review, markdown));
        return review;
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    }

    private static void write(Path file, String content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(temporary, content, StandardCharsets.UTF_8);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
