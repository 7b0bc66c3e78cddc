package in.sauda.core.health;

import in.sauda.core.domain.TradingMode;
import in.sauda.core.truth.RereadProgress;
import java.util.ArrayList;
import java.util.List;

/// The rules about this computer and the terminal itself, judged at any time of the day.
final class HouseRules {
    private static final long SKEW_WARN_MILLIS = 2_000;
    private static final long OTHER_DAY_MILLIS = 3_600_000;
    private static final long DISK_WARN_BYTES = 500L << 20;
    private static final long MANY_BYTES = 10L << 30;
    private static final long DISK_FAIL_BYTES = 100L << 20;
    private static final double HEAP_WARN_PART = 0.9;
    private static final int JOURNAL_WARN_PERCENT = 80;

    private HouseRules() {}

    static List<HealthRule> judge(HealthFacts facts, MachineFigures machine) {
        List<HealthRule> rules = new ArrayList<>();
        rules.add(engine(facts));
        rules.add(login(facts));
        rules.add(store(facts));
        rules.add(clock(facts));
        rules.add(parity(facts.parity()));
        rules.add(journal(facts.journal()));
        rules.add(memory(machine));
        if (machine.diskFreeBytes() >= 0) {
            rules.add(disk(machine.diskFreeBytes()));
        }
        return rules;
    }

    private static HealthRule engine(HealthFacts facts) {
        HealthState state =
                !facts.running() ? HealthState.FAIL : facts.failures() > 0 ? HealthState.WARN : HealthState.OK;
        return new HealthRule(
                "engine",
                "Engine",
                state,
                facts.failures() + " failures survived",
                "0",
                !facts.running() ? "The engine does not run." : facts.failures() > 0 ? "It runs." : "It runs well.",
                state == HealthState.OK ? "" : "Please report it with the log file.");
    }

    private static HealthRule login(HealthFacts facts) {
        return new HealthRule(
                "login",
                "Login",
                facts.loggedIn() ? HealthState.OK : HealthState.WARN,
                facts.loggedIn() ? "logged in" : "not logged in",
                "",
                facts.loggedIn() ? "A broker session is open." : "No broker session is open.",
                facts.loggedIn() ? "" : "Log in.");
    }

    private static HealthRule store(HealthFacts facts) {
        return new HealthRule(
                "store",
                "Database",
                facts.storeConnected() ? HealthState.OK : HealthState.FAIL,
                facts.storeConnected() ? "saving" : "not saving",
                "",
                facts.storeConnected() ? "Everything is being saved." : "Changes wait in memory.",
                facts.storeConnected() ? "" : "Check free space and the home folder.");
    }

    private static HealthRule clock(HealthFacts facts) {
        long skew = facts.clockSkewMillis();
        if (skew == Long.MIN_VALUE) {
            return new HealthRule("clock", "Clock", HealthState.IDLE, "–", "2 s", "Not known before 200 ticks.", "");
        }
        if (facts.mode() == TradingMode.DEMO && Math.abs(skew) > OTHER_DAY_MILLIS) {
            return new HealthRule(
                    "clock",
                    "Clock",
                    HealthState.OK,
                    "another day",
                    "",
                    "The local exchange plays another day; its clock is followed.",
                    "");
        }
        boolean off = Math.abs(skew) > SKEW_WARN_MILLIS;
        return new HealthRule(
                "clock",
                "Clock",
                off ? HealthState.WARN : HealthState.OK,
                (skew < 0 ? "−" : "") + Math.abs(skew) + " ms",
                "2 s",
                off ? "This computer's clock differs from the exchange's." : "The clock is right.",
                off ? "Switch on automatic time; the TOTP login needs it, too." : "");
    }

    private static HealthRule parity(RereadProgress parity) {
        if (parity.date() == null) {
            return new HealthRule(
                    "candles.parity", "Candle truth", HealthState.IDLE, "–", "", "No day has been read again yet.", "");
        }
        boolean bad = parity.differing() > 0 || parity.failed() > 0;
        String differ = parity.differing() == 0
                ? ""
                : "Minutes of " + String.join(", ", parity.names())
                        + (parity.differing() > parity.names().size() ? " …" : "") + " were not the broker's. ";
        String failed = parity.failed() == 0 ? "" : parity.failed() + " could not be read.";
        return new HealthRule(
                "candles.parity",
                "Candle truth",
                bad ? HealthState.WARN : HealthState.OK,
                parity.differing() + " of " + parity.done() + " differed",
                "0",
                bad ? (differ + failed).strip() : "The minutes of " + parity.date() + " are the broker's.",
                bad ? "Look at the page Candle truth; the broker's minutes are in use." : "");
    }

    /// Recording never holds up prices: what the disk does not take waits in memory, and what finds no room is counted.
    private static HealthRule journal(RecorderState journal) {
        if (!journal.recording()) {
            return new HealthRule("journal", "Recording", HealthState.IDLE, "–", "80 %", "Nothing is recorded.", "");
        }
        boolean bad = !journal.working() || journal.fullPercent() > JOURNAL_WARN_PERCENT || journal.lost() > 0;
        String lost = journal.lost() == 0 ? "" : ", " + journal.lost() + " lost";
        return new HealthRule(
                "journal",
                "Recording",
                bad ? HealthState.WARN : HealthState.OK,
                journal.fullPercent() + " % waits" + lost,
                JOURNAL_WARN_PERCENT + " %",
                !journal.working()
                        ? "The disk refuses the recording; it waits in memory."
                        : journal.lost() > 0
                                ? "Part of the day is not in the recording."
                                : bad ? "The disk is behind the recording." : "Everything is recorded.",
                bad ? "Check free space and the disk of the data folder." : "");
    }

    private static HealthRule memory(MachineFigures machine) {
        boolean tight = machine.heapUsedBytes() > HEAP_WARN_PART * machine.heapMaxBytes();
        return new HealthRule(
                "memory",
                "Memory",
                tight ? HealthState.WARN : HealthState.OK,
                (machine.heapUsedBytes() >> 20) + " of " + (machine.heapMaxBytes() >> 20) + " MB",
                "90 %",
                tight ? "Memory is nearly used up." : "There is enough memory.",
                tight ? "Watch fewer instruments or restart." : "");
    }

    private static HealthRule disk(long free) {
        HealthState state =
                free < DISK_FAIL_BYTES ? HealthState.FAIL : free < DISK_WARN_BYTES ? HealthState.WARN : HealthState.OK;
        return new HealthRule(
                "disk",
                "Disk",
                state,
                free >= MANY_BYTES ? (free >> 30) + " GB free" : (free >> 20) + " MB free",
                "500 MB",
                state == HealthState.OK ? "There is enough room." : "The disk is nearly full.",
                state == HealthState.OK ? "" : "Make room on the disk that holds the data folder.");
    }
}
