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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes a day's observation log and review. Running it again updates the figures and keeps what people wrote.
public final class ReviewFiles {
    private static final String REPORT = "eod_report_";
    private static final Pattern DATED = Pattern.compile("eod_report_\\d{4}-\\d{2}-\\d{2}\\.md");

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
        Path log = log(date);
        Path report = report(date);
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
        write(html(date), EodReport.html(review, markdown));
        return review;
    }

    private Path log(LocalDate date) {
        return folder.resolve("signals_for_review_" + date + ".csv");
    }

    private Path report(LocalDate date) {
        return folder.resolve(REPORT + date + ".md");
    }

    private Path html(LocalDate date) {
        return folder.resolve(REPORT + date + ".html");
    }

    /// Days with a review, newest first.
    public List<LocalDate> days() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> DATED.matcher(name).matches())
                    .map(name -> LocalDate.parse(name.substring(REPORT.length(), name.length() - 3)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /// The review of a day, empty when there is none.
    public String markdown(LocalDate date) throws IOException {
        return read(report(date));
    }

    /// Keeps a review as a person edited it, and the page for a browser beside it.
    public void save(LocalDate date, String markdown) throws IOException {
        Files.createDirectories(folder);
        write(report(date), markdown);
        write(html(date), EodReport.html(new EodReview(date, List.of()), markdown));
    }

    /// Writes the page for a browser to another place.
    public static void export(Path file, LocalDate date, String markdown) throws IOException {
        write(file, EodReport.html(new EodReview(date, List.of()), markdown));
    }

    /// Keeps the observation log with what a person wrote into its rows.
    public void saveLog(LocalDate date, List<Observation> observations) throws IOException {
        Files.createDirectories(folder);
        write(log(date), ObservationLog.csv(observations));
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
