package in.sauda.core.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The calendar of a data folder: its own file where there is one, else the shipped tables.
public final class CalendarFile {
    /// In the data folder.
    public static final String NAME = "calendar.csv";

    private static final Logger LOG = LoggerFactory.getLogger(CalendarFile.class);

    /// What is in force.
    ///
    /// @param own true when it comes from the data folder
    /// @param problem why the folder's file is not used, empty when all is well
    public record Loaded(TradingCalendar calendar, boolean own, String problem) {}

    private CalendarFile() {}

    /// A file that cannot be used is left alone and told; the shipped tables stand in for it. Blocks on the disk.
    public static Loaded of(Path home) {
        Path file = home.resolve(NAME);
        if (!Files.exists(file)) {
            return new Loaded(TradingCalendar.bundled(), false, "");
        }
        try {
            return new Loaded(read(file), true, "");
        } catch (CalendarException wrong) {
            LOG.warn("{} is not used: {}", file, wrong.getMessage());
            return new Loaded(TradingCalendar.bundled(), false, String.valueOf(wrong.getMessage()));
        } catch (IOException unreadable) {
            LOG.warn("{} is not used", file, unreadable);
            return new Loaded(TradingCalendar.bundled(), false, "The file " + file + " cannot be read.");
        }
    }

    /// @throws CalendarException when a line cannot be meant
    public static TradingCalendar read(Path file) throws CalendarException, IOException {
        return TradingCalendar.parse(Files.readAllLines(file, StandardCharsets.UTF_8));
    }

    /// The shipped tables as a file to change.
    public static List<String> shipped() {
        return TradingCalendar.shippedLines();
    }
}
