package in.sauda.app.status;

import in.sauda.app.fx.Tone;
import in.sauda.app.status.StatusViewModel.Item;
import in.sauda.core.account.SessionFacts;
import in.sauda.core.broker.AddressCheck;
import in.sauda.core.broker.RateUse;
import in.sauda.core.health.HealthReport;

/// What the status bar says of the login: its life, the internet address, the order allowance, the database.
final class SessionItems {
    private static final long MINUTE_MILLIS = 60_000;
    private static final long SOON_MINUTES = 60;
    private static final String ORDERS = "order";

    private SessionItems() {}

    static Item login(SessionFacts facts, long wallMillis) {
        if (!facts.loggedIn()) {
            return new Item("no login", Tone.WARNING);
        }
        if (facts.validUntilMillis() == Long.MAX_VALUE) {
            return new Item("login ok", Tone.NEUTRAL);
        }
        long minutes = Math.floorDiv(facts.validUntilMillis() - wallMillis, MINUTE_MILLIS);
        if (minutes <= 0) {
            return new Item("login ended", Tone.DANGER);
        }
        return minutes < SOON_MINUTES
                ? new Item("token " + minutes + " min", Tone.WARNING)
                : new Item("token " + minutes / 60 + " h", Tone.NEUTRAL);
    }

    static Item address(SessionFacts facts) {
        AddressCheck.Report report = facts.address().value();
        if (report == null) {
            return facts.address().failure() == null
                    ? new Item("IP –", Tone.MUTED)
                    : new Item("IP not checked", Tone.WARNING);
        }
        return switch (report.verdict()) {
            case MATCHES -> new Item("IP ok", Tone.GOOD);
            case DIFFERS -> new Item("IP differs", Tone.DANGER);
            case NOT_ENTERED -> new Item("IP not entered", Tone.WARNING);
            case NOT_NEEDED -> new Item("IP n/a", Tone.MUTED);
        };
    }

    static Item quota(SessionFacts facts) {
        return facts.rates().stream()
                .filter(rate ->
                        rate.group().startsWith(ORDERS) && !rate.windows().isEmpty())
                .findFirst()
                .map(SessionItems::quota)
                .orElse(new Item("orders –", Tone.MUTED));
    }

    private static Item quota(RateUse rate) {
        RateUse.Window shortest = rate.windows().getFirst();
        boolean full = rate.waiting() > 0 || shortest.used() >= shortest.allowed();
        return new Item(
                "orders " + shortest.used() + "/" + shortest.allowed()
                        + (rate.waiting() > 0 ? ", " + rate.waiting() + " wait" : ""),
                full ? Tone.WARNING : Tone.NEUTRAL);
    }

    static Item database(HealthReport report) {
        if (report.timestampMillis() == 0) {
            return new Item("DB –", Tone.MUTED);
        }
        return report.storeConnected() ? new Item("DB ok", Tone.GOOD) : new Item("DB not saving", Tone.DANGER);
    }
}
