package in.sauda.app.session;

import in.sauda.app.login.Accounts;
import in.sauda.core.broker.AddressCheck;
import in.sauda.core.broker.Broker;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.Paise;
import in.sauda.core.broker.ServerProbe;
import in.sauda.core.diagnostics.Check;
import in.sauda.core.diagnostics.Finding;
import in.sauda.core.diagnostics.Finding.Fix;
import in.sauda.core.diagnostics.LocalChecks;
import in.sauda.core.diagnostics.NetworkChecks;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.feed.FeedState;
import in.sauda.core.instruments.MasterStatus;
import in.sauda.core.secrets.Vault;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.CoreStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The checks of a terminal, with or without a session: what note 001 and 002 ask to be able to find out.
final class TerminalChecks {
    private static final long QUIET_FEED_NANOS = 60_000_000_000L;
    private static final long OLD_MASTER_MILLIS = 24L * 60 * 60 * 1000;

    private final Path home;
    private final Vault vault;
    private final TimeSource time;
    private final Runnable logIn;
    private final Runnable openFolder;

    /// @param logIn leads to the doors
    /// @param openFolder shows the data folder
    TerminalChecks(Path home, Accounts accounts, TimeSource time, Runnable logIn, Runnable openFolder) {
        this.home = home;
        this.vault = accounts.vault();
        this.time = time;
        this.logIn = logIn;
        this.openFolder = openFolder;
    }

    /// @param session the open one, null for none
    List<Check> all(@Nullable TerminalSession session, List<Broker> brokers) {
        List<Check> checks = new ArrayList<>();
        brokers.stream()
                .filter(broker -> session == null || broker.id().value().equals(session.master()))
                .forEach(broker -> checks.addAll(network(broker, session)));
        checks.addAll(account(session));
        checks.addAll(storage(session));
        checks.add(LocalChecks.disk(home));
        checks.add(folder("data", "Data folder", home));
        checks.add(folder("logs", "Log folder", home.resolve("logs")));
        checks.add(LocalChecks.secrets(vault));
        return checks;
    }

    private Check folder(String id, String title, Path folder) {
        Check check = LocalChecks.folder(id, title, folder);
        return new Check(id, title, () -> {
            Finding finding = check.body().call();
            return finding.outcome() == Finding.Outcome.FAILED
                    ? finding.with(new Fix("Open the folder", openFolder))
                    : finding;
        });
    }

    private List<Check> network(Broker broker, @Nullable TerminalSession session) {
        Map<String, String> endpoints = session == null ? Endpoints.of(broker.id()) : session.endpoints();
        try {
            Optional<ServerProbe> probe = broker.probe(endpoints);
            return probe.map(found -> NetworkChecks.all(broker.displayName(), found, time))
                    .orElse(List.of());
        } catch (BrokerException wrong) {
            return List.of(new Check(
                    "rest",
                    broker.displayName() + " reachable",
                    () -> Finding.failed(
                            wrong.failure().sentence(), wrong.failure().nextStep())));
        }
    }

    private List<Check> account(@Nullable TerminalSession session) {
        return List.of(
                new Check("login", "Login", () -> session == null ? none() : login(session.broker())),
                new Check("feed", "Market feed", () -> session == null ? none() : feed(session)),
                new Check("ticks", "Prices", () -> session == null ? none() : ticks(session)),
                new Check("orderupdates", "Order updates", () -> session == null ? none() : orders(session.broker())),
                new Check("address", "Internet address", () -> session == null ? none() : address(session.broker())));
    }

    private static Finding none() {
        return Finding.skipped("Nobody is logged in.");
    }

    private Finding login(BrokerSession broker) {
        try {
            long net = broker.portfolio().funds().net();
            return Finding.ok("Logged in as " + broker.profile().clientCode()
                    + (net == Paise.UNKNOWN ? "." : "; " + IndianNumbers.rupees(net) + " for new orders."));
        } catch (BrokerException refused) {
            return Finding.failed(
                            refused.failure().sentence() + " ["
                                    + refused.failure().code() + "]",
                            refused.failure().nextStep())
                    .with(new Fix("Log in", logIn));
        }
    }

    private static Finding feed(TerminalSession session) {
        FeedState state = session.terminal().status().feed();
        if (state instanceof FeedState.Disconnected disconnected) {
            return Finding.failed(
                    disconnected.reason(), "The terminal keeps trying; check the internet connection or log in again.");
        }
        return state.connected()
                ? Finding.ok("The handshake was accepted and the socket is open.")
                : Finding.note("The feed is not connected yet (" + state + ").", "Wait a moment and run this again.");
    }

    private static Finding ticks(TerminalSession session) {
        CoreStatus status = session.terminal().status();
        if (status.subscribed() == 0) {
            return Finding.skipped("No instrument is watched, so no price is expected.");
        }
        if (status.ticks() == 0) {
            return Finding.note(
                    "No price has arrived for " + status.subscribed() + " instruments yet.",
                    "Outside market hours that is as it should be; inside, look at the market feed above.");
        }
        String words = status.ticking() + " of " + status.subscribed() + " instruments have a price";
        return status.feedAgeNanos() > QUIET_FEED_NANOS
                ? Finding.note(
                        words + "; the last one came " + status.feedAgeNanos() / 1_000_000_000L + " s ago.",
                        "Outside market hours that is as it should be; inside, log in again.")
                : Finding.ok(words + ".");
    }

    /// The order book is what counts in the end: updates over the socket only make it quicker.
    private static Finding orders(BrokerSession broker) throws BrokerException {
        int orders = broker.orders().snapshot().orders().size();
        return Finding.ok("The order book answers with " + orders + (orders == 1 ? " order." : " orders."));
    }

    private static Finding address(BrokerSession broker) throws BrokerException {
        Optional<AddressCheck> check = broker.address();
        if (check.isEmpty()) {
            return Finding.skipped("The broker does not look at the address orders come from.");
        }
        AddressCheck.Report report = check.get().check();
        return switch (report.verdict()) {
            case MATCHES, NOT_NEEDED -> Finding.ok(report.sentence());
            case NOT_ENTERED -> Finding.note(report.sentence(), "Enter it in the profile's login, page Orders.");
            case DIFFERS ->
                Finding.failed(
                        report.sentence(),
                        "Register " + report.seen()
                                + " with the broker (possible once a week), or set an order proxy that has the registered address.");
        };
    }

    private List<Check> storage(@Nullable TerminalSession session) {
        if (session == null) {
            return List.of();
        }
        return List.of(
                new Check("database", "Database", () -> Finding.ok(session.checkDatabase())),
                new Check("master", "Instrument master", () -> master(session)));
    }

    private static Finding master(TerminalSession session) {
        MasterStatus status = session.masterStatus();
        Fix refresh = new Fix("Refresh now", session::refreshMaster);
        if (!status.problem().isEmpty()) {
            return Finding.failed(status.problem(), "An older master serves meanwhile.")
                    .with(refresh);
        }
        String words = IndianNumbers.units(status.accepted()) + " instruments, " + status.ageMillis() / 3_600_000
                + " hours old";
        return status.ageMillis() > OLD_MASTER_MILLIS
                ? Finding.note(words + ".", "New contracts and changed lots are missing.")
                        .with(refresh)
                : Finding.ok(words + ".");
    }
}
