package in.sauda.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.app.session.Brokers;
import in.sauda.app.session.Endpoints;
import in.sauda.app.session.Sentences;
import in.sauda.core.broker.Broker;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.ImportProgress;
import in.sauda.core.instruments.ImportReport;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.InstrumentService;
import in.sauda.core.instruments.MasterSource;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.storage.Database;
import in.sauda.core.time.SystemTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// {@code sauda instruments …}: the instrument masters of the brokers.
@Command(
        name = "instruments",
        mixinStandardHelpOptions = true,
        description = "Imports and searches the instrument masters of the brokers.",
        subcommands = {InstrumentsCommand.Import.class, InstrumentsCommand.Search.class})
final class InstrumentsCommand {
    static List<MasterSource> sources() {
        return Brokers.all().stream()
                .map(broker -> new MasterSource(broker.id().value(), broker.instruments(Endpoints.of(broker.id()))))
                .toList();
    }

    /// Imports a file the user has.
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Imports an instrument master from a file, plain or gzip, and prints one JSON object: rows, accepted, rejected, "
                            + "reasons, categories, millis. The instruments imported before stay when the file is not a whole master.")
    static final class Import implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Option(
                names = "--broker",
                paramLabel = "BROKER",
                defaultValue = "angelone",
                description = "Whose master. Default: ${DEFAULT-VALUE}.")
        private String broker = "angelone";

        @Parameters(
                paramLabel = "FILE",
                description = "The master as the broker publishes it; .gz is recognised by its content.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path file;

        @Mixin
        private HomeOption home = new HomeOption();

        @Override
        public Integer call() {
            Broker named = Brokers.named(broker);
            Path folder = home.prepare();
            try (Database database = Database.open(folder);
                    InstrumentService service = InstrumentService.open(database, folder, sources(), new SystemTime())) {
                ImportReport report = service.importFile(named.id().value(), file, ImportProgress.none());
                PrintWriter out = spec.commandLine().getOut();
                out.println(toJson(report));
                out.flush();
                return ExitCode.OK;
            } catch (IOException e) {
                throw new CommandFailure(Sentences.of(e), e);
            }
        }

        private static ObjectNode toJson(ImportReport report) {
            ObjectNode json = Json.MAPPER.createObjectNode();
            json.put("rows", report.rows());
            json.put("accepted", report.accepted());
            json.put("rejected", report.rejected());
            ObjectNode reasons = json.putObject("reasons");
            report.reasons().forEach(reasons::put);
            ObjectNode categories = json.putObject("categories");
            for (InstrumentCategory category : InstrumentCategory.values()) {
                categories.put(category.name(), report.categories().getOrDefault(category, 0));
            }
            json.put("millis", report.millis());
            return json;
        }
    }

    /// Searches what has been imported.
    @Command(
            name = "search",
            mixinStandardHelpOptions = true,
            description =
                    "Searches the imported instruments the way the search box does. Exit code 1 when none was ever imported.")
    static final class Search implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Parameters(paramLabel = "TEXT", description = "For example \"nifty 25000 ce\", \"bn sep fut\" or \"rel\".")
        private String text = "";

        @Option(
                names = "--category",
                split = ",",
                paramLabel = "CATEGORY",
                description = "Only these: ${COMPLETION-CANDIDATES}.")
        private Set<InstrumentCategory> categories = new HashSet<>();

        @Option(
                names = "--exchange",
                split = ",",
                paramLabel = "EXCHANGE",
                description = "Only these exchanges or segments, e.g. NSE or NFO.")
        private Set<String> exchanges = new HashSet<>();

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "50",
                description = "Most results. Default: ${DEFAULT-VALUE}.")
        private int limit = SearchQuery.DEFAULT_LIMIT;

        @Option(names = "--json", description = "Print a JSON array; prices in rupees.")
        private boolean json;

        @Mixin
        private HomeOption home = new HomeOption();

        @Override
        public Integer call() {
            Path folder = home.prepare();
            try (Database database = Database.open(folder);
                    InstrumentService service = InstrumentService.open(database, folder, sources(), new SystemTime())) {
                if (service.directory().size() == 0) {
                    throw new CommandFailure("No instruments have been imported into " + folder
                            + " yet; use 'sauda instruments import' first.");
                }
                print(service.directory().search(new SearchQuery(text, categories, upperCase(exchanges), limit)));
                return ExitCode.OK;
            }
        }

        private static Set<String> upperCase(Set<String> names) {
            Set<String> upper = new HashSet<>();
            names.forEach(name -> upper.add(name.toUpperCase(Locale.ROOT)));
            return upper;
        }

        private void print(List<Instrument> found) {
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                ArrayNode array = Json.MAPPER.createArrayNode();
                found.forEach(instrument -> array.add(toJson(instrument)));
                out.println(array);
            } else if (found.isEmpty()) {
                out.println("Nothing matches '" + text + "'.");
            } else {
                found.forEach(instrument -> out.println(toLine(instrument)));
            }
            out.flush();
        }

        private static ObjectNode toJson(Instrument instrument) {
            ObjectNode node = Json.MAPPER.createObjectNode();
            node.put("broker", instrument.broker());
            node.put("exchange", instrument.segment().name());
            node.put("token", instrument.token());
            node.put("symbol", instrument.symbol());
            node.put("name", instrument.name());
            node.put("category", instrument.category().name());
            node.put(
                    "expiry",
                    instrument.expiry() == null ? null : instrument.expiry().toString());
            node.put("strike", instrument.optionType() == null ? null : plain(instrument.rupees(instrument.strike())));
            node.put(
                    "optionType",
                    instrument.optionType() == null
                            ? null
                            : instrument.optionType().name());
            node.put("lotSize", instrument.lotSize());
            node.put("tickSize", plain(instrument.rupees(instrument.tickSize())));
            return node;
        }

        /// 24500 instead of 24500.00 and 2.45E+4.
        private static BigDecimal plain(BigDecimal rupees) {
            BigDecimal stripped = rupees.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }

        private static String toLine(Instrument instrument) {
            return String.format(
                    Locale.ROOT,
                    "%-5s %-28s %-10s %-24s %-11s %12s %-2s lot %d",
                    instrument.segment(),
                    instrument.symbol(),
                    instrument.category(),
                    instrument.name(),
                    instrument.expiry() == null ? "" : instrument.expiry(),
                    instrument.optionType() == null
                            ? ""
                            : IndianNumbers.strike(instrument.strike(), instrument.segment()),
                    instrument.optionType() == null ? "" : instrument.optionType(),
                    instrument.lotSize());
        }
    }
}
