package in.sauda.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import in.sauda.app.logging.LogTail;
import in.sauda.app.login.LoginProgress;
import in.sauda.app.login.LoginRequest;
import in.sauda.app.logs.LogLine;
import in.sauda.core.broker.Credentials;
import in.sauda.core.diagnostics.CheckResult;
import in.sauda.core.diagnostics.Finding;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.secrets.EncryptedFileStore;
import in.sauda.core.secrets.Redactor;
import in.sauda.core.secrets.SecretName;
import in.sauda.core.time.SystemTime;
import in.sauda.core.view.Command;
import in.sauda.simulator.SimulatedCredentials;
import in.sauda.simulator.Simulator;
import in.sauda.simulator.SimulatorOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A whole session over the wire, with failures whose messages carry secrets; then every file it left is searched.
class SecretsStayOutTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String PASSPHRASE = "correct-horse-battery";
    private static final String WRONG_PIN = "7391";

    private final SystemTime time = new SystemTime();

    @TempDir
    private Path home;

    @AfterEach
    void logElsewhereAgain() throws Exception {
        System.clearProperty("sauda.logs");
        System.clearProperty("sauda.log.format");
        configure();
    }

    private static void configure() throws Exception {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        URL configuration = Objects.requireNonNull(SecretsStayOutTest.class.getResource("/logback.xml"));
        configurator.doConfigure(configuration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void noFileOfASessionHoldsASecret(String format) throws Exception {
        System.setProperty(
                "sauda.logs", Files.createDirectories(home.resolve("logs")).toString());
        System.setProperty("sauda.log.format", format);
        configure();
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger("in.sauda").setLevel(Level.TRACE);
        context.getLogger("okhttp3").setLevel(Level.TRACE);

        List<String> told = new ArrayList<>();
        SimulatedCredentials account;
        try (Simulator simulator =
                Simulator.start(SimulatorOptions.defaults(DAY).withSpeed(20), time)) {
            account = simulator.credentials();
            ServedExchange served = ServedExchange.of(simulator, time);
            told.add(refusedLogin(served));
            try (TerminalSession session = SessionStart.served(home, served, 20, TradingMode.DEMO, time)) {
                trade(session);
                provoke(account);
            }
        }
        keepInTheFile(account);
        HomeSupport support = new HomeSupport(home, time);
        support.save(support.collect(List.of(
                new CheckResult("login", "Login", Finding.failed("refused password=" + account.password(), "x"), 1))));
        LogTail.ofThisProcess().after(0).stream().map(LogLine::whole).forEach(told::add);
        context.stop();

        assertThat(told).hasSizeGreaterThan(10);
        assertThat(leaks(told, account)).isEmpty();
        assertThat(logs())
                .hasSizeGreaterThanOrEqualTo(3)
                .anySatisfy(log -> assertThat(Files.readString(log)).contains("sending", Redactor.MASK));
    }

    private String refusedLogin(ServedExchange served) {
        Map<String, String> wrong = new HashMap<>(served.credentials().values());
        wrong.put("password", WRONG_PIN);
        Throwable refused = catchThrowable(() -> SessionStart.live(
                home,
                new LoginRequest(Brokers.named("angelone"), new Credentials(wrong), served.endpoints()),
                TradingMode.LIVE,
                time,
                LoginProgress.none()));
        assertThat(refused).hasMessageContaining("AB1007");
        LoggerFactory.getLogger("in.sauda.broker.angelone.X").error("the login failed", refused);
        return String.valueOf(refused);
    }

    private void trade(TerminalSession session) throws InterruptedException {
        Instrument share =
                session.directory().search(SearchQuery.of("reliance")).getFirst();
        DemoTrader trader = new DemoTrader(session.terminal(), session.mode(), time);
        session.terminal().send(new Command.Watch("test", List.of(share), FeedMode.FULL));
        int index = session.terminal().index(share);
        await(() -> {
            var quote = session.terminal().quotes().get(index);
            return quote != null && quote.depth() != null;
        });
        Thread answering = Thread.ofVirtual().start(() -> {
            while (!Thread.interrupted()) {
                session.terminal().events().drain(100, trader::answer);
                LockSupport.parkNanos(5_000_000);
            }
        });
        trader.buyNow(share, 10);
        await(() -> session.terminal().status().orders() >= 1
                && session.terminal().status().ordersWorking() == 0);
        answering.interrupt();
    }

    /// What code does wrong one day: bodies, headers, addresses and records in messages and exceptions.
    private static void provoke(SimulatedCredentials account) {
        String body = "{\"clientcode\":\"D123456\",\"password\":\"" + account.password() + "\",\"totp\":\"123456\"}";
        IOException cause = new IOException(
                "wss://x/smart-stream?clientCode=D&feedToken=" + token() + "&apiKey=" + account.apiKey());
        for (String name : List.of("in.sauda.app.X", "in.sauda.broker.angelone.X", "in.sauda.core.storage.X")) {
            Logger log = LoggerFactory.getLogger(name);
            log.info("sending {} with key {}", body, account.apiKey());
            log.warn("Authorization: Bearer {}", token());
            log.debug("secret {} or {}", account.totpSecret(), account);
            log.error("lost", new IllegalStateException("after pin=" + account.password(), cause));
        }
    }

    /// Of the shape of a broker's token; nobody registered it.
    private static String token() {
        return "eyJhbGciOiJIUzUxMiJ9.eyJ1c2VybmFtZSI6IkQxMjM0NTYifQ.bm90LWEtcmVhbC1zaWduYXR1cmU";
    }

    private void keepInTheFile(SimulatedCredentials account) throws Exception {
        EncryptedFileStore store = new EncryptedFileStore(home.resolve("secrets.json"), new SecureRandom());
        store.unlock(PASSPHRASE.toCharArray());
        store.put(new SecretName("angelone-1", "password"), account.password());
        store.put(new SecretName("angelone-1", "totpSecret"), account.totpSecret());
        LoggerFactory.getLogger("in.sauda.app.X").warn("opened with {}", PASSPHRASE);
    }

    /// Where secrets were found. A PIN is looked for as a number of its own and in texts alone: four digits are in
    /// any database.
    private List<String> leaks(List<String> told, SimulatedCredentials account) throws IOException {
        List<Pattern> anywhere = Stream.of(
                        account.apiKey(), account.totpSecret(), PASSPHRASE, "eyJhbGciOiJIUzUxMiJ9", "c2lnbmF0dXJl")
                .map(secret -> Pattern.compile(Pattern.quote(secret)))
                .toList();
        List<Pattern> inTexts = Stream.of(account.password(), WRONG_PIN)
                .map(pin -> Pattern.compile("(?<![0-9.,])" + pin + "(?![0-9])"))
                .toList();
        List<String> leaks = new ArrayList<>();
        for (String text : told) {
            search("memory", text, anywhere, leaks);
            search("memory", text, inTexts, leaks);
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                byte[] bytes = Files.readAllBytes(file);
                search(name, new String(bytes, StandardCharsets.ISO_8859_1), anywhere, leaks);
                if (name.endsWith(".log") || name.endsWith(".json")) {
                    search(name, new String(bytes, StandardCharsets.UTF_8), inTexts, leaks);
                } else if (name.endsWith(".zip")) {
                    searchZip(bytes, anywhere, inTexts, leaks);
                }
            }
        }
        return leaks;
    }

    private static void searchZip(byte[] zip, List<Pattern> anywhere, List<Pattern> inTexts, List<String> leaks)
            throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                search("zip:" + entry.getName(), text, anywhere, leaks);
                search("zip:" + entry.getName(), text, inTexts, leaks);
            }
        }
    }

    private static void search(String where, String text, List<Pattern> secrets, List<String> leaks) {
        secrets.stream()
                .filter(secret -> secret.matcher(text).find())
                .forEach(secret -> leaks.add(where + ": " + secret));
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("logs"))) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }

    private static void await(BooleanSupplier reached) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("60 s are enough").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
