package in.sauda.app.lists;

import in.sauda.app.settings.Settings.Entry;
import in.sauda.app.settings.Settings.UserList;
import in.sauda.core.instruments.InstrumentMasters;
import in.sauda.core.universe.Constituent;
import in.sauda.core.universe.ConstituentFile;
import in.sauda.core.universe.ConstituentMatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings an index's constituents from a file into a list. Files are read beside the FX thread.
///
/// @param model takes the list
record ConstituentImport(ListsViewModel model, InstrumentMasters masters, Executor background, Executor ui) {
    private static final Logger LOG = LoggerFactory.getLogger(ConstituentImport.class);
    private static final long LARGEST_BYTES = 4 << 20;
    private static final int NAMED = 8;

    /// Reads a file and keeps what it names as a list of the file's name.
    void take(Path file) {
        background.execute(() -> {
            try {
                if (Files.size(file) > LARGEST_BYTES) {
                    ui.execute(() -> model.say(file.getFileName() + " is too large for a list of shares."));
                    return;
                }
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                take(name(String.valueOf(file.getFileName())), text);
            } catch (IOException unreadable) {
                LOG.warn("{} could not be read", file, unreadable);
                ui.execute(() -> model.say(file.getFileName() + " could not be read."));
            }
        });
    }

    private void take(String name, String text) {
        ConstituentFile.Content content = ConstituentFile.read(text);
        ConstituentMatch match = ConstituentMatch.of(content.constituents(), masters.instruments());
        UserList list = list(name, match);
        ui.execute(() -> {
            if (match.found().isEmpty()) {
                model.say(name + " names no share a master lists. Expected a file with the columns Company Name, "
                        + "Industry, Symbol, Series and ISIN Code.");
            } else if (model.keep(list)) {
                model.say(name + ": " + words(content, match));
            }
        });
    }

    /// {@code NIFTY MIDCAP150} of {@code ind_niftymidcap150list.csv}.
    static String name(String file) {
        String bare = file.replaceFirst("(?i)\\.(csv|txt)$", "").replaceFirst("(?i)^ind_", "");
        String name = bare.replaceFirst("(?i)(_enriched|_?list)+$", "")
                .replace('_', ' ')
                .strip()
                .toUpperCase(Locale.ROOT);
        return name.replaceFirst("^NIFTY(?=[A-Z0-9])", "NIFTY ");
    }

    private static UserList list(String name, ConstituentMatch match) {
        Map<String, String> values = new HashMap<>();
        for (ConstituentMatch.Found found : match.found()) {
            Constituent told = found.constituent();
            String cap = Double.isNaN(told.marketCapCrore()) ? "" : "\t" + told.marketCapCrore();
            values.put(found.instrument().symbol(), told.industry() + cap);
        }
        List<Entry> entries = match.instruments().stream().map(Entry::of).toList();
        return new UserList(name, ListKind.INDEX.id(), values, entries);
    }

    private static String words(ConstituentFile.Content content, ConstituentMatch match) {
        StringBuilder words = new StringBuilder(
                match.found().size() + " of " + content.constituents().size() + " shares found");
        words.append(content.repeated() == 0 ? "" : ", " + content.repeated() + " named twice");
        words.append(content.unreadable() == 0 ? "" : ", " + content.unreadable() + " rows without a symbol");
        words.append('.');
        List<String> unmatched =
                match.unmatched().stream().map(Constituent::symbol).toList();
        if (!unmatched.isEmpty()) {
            words.append(" In no master: ")
                    .append(String.join(", ", unmatched.subList(0, Math.min(NAMED, unmatched.size()))))
                    .append(unmatched.size() > NAMED ? " and " + (unmatched.size() - NAMED) + " more." : ".");
        }
        return words.toString();
    }
}
