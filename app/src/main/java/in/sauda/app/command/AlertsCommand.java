package in.sauda.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.app.session.Sentences;
import in.sauda.app.watchlist.SymbolLists;
import in.sauda.core.alerts.AlertBook;
import in.sauda.core.alerts.AlertCondition;
import in.sauda.core.alerts.AlertFiring;
import in.sauda.core.alerts.AlertMeasure;
import in.sauda.core.alerts.AlertRepeat;
import in.sauda.core.alerts.AlertRule;
import in.sauda.core.alerts.AlertStore;
import in.sauda.core.alerts.AlertWords;
import in.sauda.core.alerts.StoredAlert;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentService;
import in.sauda.core.storage.Database;
import in.sauda.core.storage.JdbiStores;
import in.sauda.core.time.SystemTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// {@code sauda alerts …}: the alerts the terminal watches. The terminal must be closed: one process holds a data
/// folder
/// at a time.
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description = "Lists, adds and removes the alerts the terminal watches.",
        subcommands = {AlertsCommand.Show.class, AlertsCommand.Add.class, AlertsCommand.Remove.class})
final class AlertsCommand {
    private AlertsCommand() {}

    private static AlertStore store(Database database) {
        return JdbiStores.of(database, new InstrumentRegistry()).alerts();
    }

    private static AlertBook book(AlertStore store) {
        AlertBook book = new AlertBook(
                new AlertBook.Sink() {
                    @Override
                    public void fired(AlertFiring firing, AlertRule rule) {
                        throw new IllegalStateException("nothing is judged here");
                    }

                    @Override
                    public void keep(StoredAlert alert) {
                        store.save(List.of(alert));
                    }
                },
                new InstrumentRegistry()::index);
        book.restore(store.load(), store.firings(1));
        return book;
    }

    private static String line(StoredAlert alert) {
        AlertRule rule = alert.rule();
        String state = rule.paused() ? "paused" : alert.done() ? "fired" : "watching";
        return String.format(
                "%4d  %-22s %-44s %-16s %-9s %s",
                rule.id(),
                rule.subject(),
                AlertWords.condition(rule.condition(), rule.instrument()),
                rule.repeat().title().toLowerCase(java.util.Locale.ROOT),
                state,
                rule.note());
    }

    /// What is watched.
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints every alert with its number.")
    static final class Show implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Option(names = "--json", description = "Prints one JSON array.")
        private boolean json;

        @Mixin
        private HomeOption home = new HomeOption();

        @Override
        public Integer call() {
            try (Database database = Database.open(home.prepare())) {
                print(store(database).load());
                return ExitCode.OK;
            }
        }

        private void print(List<StoredAlert> alerts) {
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                ArrayNode array = Json.MAPPER.createArrayNode();
                alerts.forEach(alert -> array.add(object(alert)));
                out.println(array);
            } else if (alerts.isEmpty()) {
                out.println("Nothing is watched.");
            } else {
                alerts.forEach(alert -> out.println(line(alert)));
            }
            out.flush();
        }

        private static ObjectNode object(StoredAlert alert) {
            AlertRule rule = alert.rule();
            ObjectNode node = Json.MAPPER.createObjectNode();
            node.put("id", rule.id());
            node.put("symbol", rule.subject());
            node.put("condition", rule.condition().text());
            node.put("repeat", rule.repeat().name());
            node.put("coolDownSeconds", rule.coolDownSeconds());
            node.put("note", rule.note());
            node.put("paused", rule.paused());
            node.put("fired", alert.fired());
            node.put("lastFiredMillis", alert.lastFiredMillis());
            node.put("done", alert.done());
            return node;
        }
    }

    /// A new one.
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = {
                "Adds an alert, for example: sauda alerts add RELIANCE \"price >= 3000\".",
                "What can be watched: price, change (%%), volume, rvol, vwap (close against it in %%), high (below the "
                        + "day's high in %%), ema (9 against 21 in %%), rsi, adx, macd, supertrend (%%), time (15:10).",
                "How: >= <= x> (crosses up) x< (crosses down) x (crosses)."
            })
    static final class Add implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Parameters(paramLabel = "SYMBOL", description = "A symbol, an index, or - for a time of the day.")
        private String symbol = "";

        @Parameters(paramLabel = "CONDITION", description = "Such as \"price >= 3000\", \"rsi x> 70\", \"time 15:10\".")
        private String condition = "";

        @Option(
                names = "--repeat",
                paramLabel = "HOW",
                defaultValue = "ONCE",
                description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
        private AlertRepeat repeat = AlertRepeat.ONCE;

        @Option(
                names = "--cool-down",
                paramLabel = "SECONDS",
                defaultValue = "600",
                description = "Quiet time of COOL_DOWN. Default: ${DEFAULT-VALUE}.")
        private int coolDownSeconds = 600;

        @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "What you want to be told.")
        private String note = "";

        @Mixin
        private HomeOption home = new HomeOption();

        @Override
        public Integer call() {
            Path folder = home.prepare();
            try (Database database = Database.open(folder)) {
                AlertCondition wanted = AlertCondition.parse(condition);
                AlertRule rule = new AlertRule(
                        0,
                        instrument(database, folder, wanted),
                        wanted,
                        repeat,
                        repeat == AlertRepeat.COOL_DOWN ? coolDownSeconds : 0,
                        note,
                        false);
                AlertStore store = store(database);
                book(store).set(rule);
                PrintWriter out = spec.commandLine().getOut();
                out.println(line(store.load().getLast()));
                out.flush();
                return ExitCode.OK;
            } catch (IOException | IllegalArgumentException wrong) {
                throw new CommandFailure(Sentences.of(wrong), wrong);
            }
        }

        private @Nullable Instrument instrument(Database database, Path folder, AlertCondition wanted)
                throws IOException {
            if (wanted.measure() == AlertMeasure.TIME && symbol.equals("-")) {
                return null;
            }
            try (InstrumentService service =
                    InstrumentService.open(database, folder, InstrumentsCommand.sources(), new SystemTime())) {
                return SymbolLists.find(service.directory(), symbol)
                        .orElseThrow(() -> new IllegalArgumentException("No instrument is called '" + symbol
                                + "'; import a master with: sauda instruments import FILE."));
            }
        }
    }

    /// One less.
    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes an alert by its number.")
    static final class Remove implements Callable<Integer> {
        @Parameters(paramLabel = "NUMBER", description = "As the list has it.")
        private long id;

        @Mixin
        private HomeOption home = new HomeOption();

        @Override
        public Integer call() {
            try (Database database = Database.open(home.prepare())) {
                AlertStore store = store(database);
                if (!book(store).remove(id)) {
                    throw new CommandFailure("There is no alert " + id + ".");
                }
                store.remove(List.of(id));
                return ExitCode.OK;
            }
        }
    }
}
