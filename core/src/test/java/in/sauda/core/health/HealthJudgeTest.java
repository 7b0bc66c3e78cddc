package in.sauda.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.ConnectionState;
import in.sauda.core.feed.ConnectionStatistics;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.SubscriptionCounts;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.truth.RereadProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthJudgeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final long TEN = IndiaTime.epochMillis(DAY, LocalTime.of(10, 0));
    private static final long NOW = 500_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final MachineFigures MACHINE = new MachineFigures(200L << 20, 1_000L << 20, 5_000L << 20);
    private static final SubscriptionCounts ALL_TICK = new SubscriptionCounts(200, 200, 198, 0, 2, 0, 0, 0);

    /// A good minute of a good day; each test breaks one thing.
    private static final class Facts {
        FeedState feed = new FeedState.Connected();
        SubscriptionCounts counts = ALL_TICK;
        List<String> missing = List.of();
        long age = SECOND;
        int made = 195;
        int due = 200;
        long rest;
        boolean store = true;
        ConnectionState second = ConnectionState.CONNECTED;
        MinuteAgreement minutes = MinuteAgreement.NONE;
        RereadProgress parity = RereadProgress.NONE;
        RecorderState journal = new RecorderState(true, true, 3, 0);

        HealthReport judge() {
            return judge(MACHINE, TEN);
        }

        HealthReport judge(MachineFigures machine, long wallMillis) {
            List<ConnectionStatistics> sockets = List.of(
                    new ConnectionStatistics(1, ConnectionState.CONNECTED, 150, 1_000, 9, 9, NOW - SECOND, 0, ""),
                    new ConnectionStatistics(2, second, 50, 1_000, 9, 9, NOW - SECOND, 0, "Too many connections."),
                    new ConnectionStatistics(3, ConnectionState.UNUSED, 0, 1_000, 0, 0, 0, 0, ""));
            return HealthJudge.judge(
                    new HealthFacts(
                            NOW,
                            TEN,
                            TradingMode.DEMO,
                            true,
                            store,
                            true,
                            feed,
                            sockets,
                            counts,
                            missing,
                            List.of(),
                            4_711,
                            age,
                            made,
                            198,
                            due,
                            minutes,
                            parity,
                            journal,
                            rest,
                            150,
                            0),
                    machine,
                    wallMillis);
        }
    }

    private static HealthState rule(HealthReport report, String id) {
        return report.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void aDayThatWasNotTheBrokersIsAWarningUntilTheNextOneIs() {
        Facts facts = new Facts();
        assertThat(rule(facts.judge(), "candles.parity")).isEqualTo(HealthState.IDLE);
        facts.parity = new RereadProgress(LocalDate.of(2026, 11, 20), 200, 200, 0, 0, 12, List.of());
        assertThat(rule(facts.judge(), "candles.parity")).isEqualTo(HealthState.OK);
        facts.parity = new RereadProgress(LocalDate.of(2026, 11, 20), 200, 200, 0, 1, 12, List.of("INFY-EQ"));
        assertThat(rule(facts.judge(), "candles.parity")).isEqualTo(HealthState.WARN);
        facts.parity = new RereadProgress(LocalDate.of(2026, 11, 20), 200, 199, 1, 0, 12, List.of());
        assertThat(rule(facts.judge(), "candles.parity")).isEqualTo(HealthState.WARN);
    }

    @Test
    void aRecordingThatWaitsForTheDiskOrLostSomethingIsAWarning() {
        Facts facts = new Facts();
        assertThat(rule(facts.judge(), "journal")).isEqualTo(HealthState.OK);
        facts.journal = new RecorderState(true, true, 80, 0);
        assertThat(rule(facts.judge(), "journal")).isEqualTo(HealthState.OK);
        facts.journal = new RecorderState(true, true, 81, 0);
        assertThat(rule(facts.judge(), "journal")).isEqualTo(HealthState.WARN);
        facts.journal = new RecorderState(true, false, 5, 0);
        assertThat(rule(facts.judge(), "journal")).isEqualTo(HealthState.WARN);
        facts.journal = new RecorderState(true, true, 0, 12);
        assertThat(rule(facts.judge(), "journal")).isEqualTo(HealthState.WARN);
        facts.journal = RecorderState.NONE;
        assertThat(rule(facts.judge(), "journal")).isEqualTo(HealthState.IDLE);
    }

    /// A feed that conflates makes ours narrower; wider it cannot be.
    @Test
    void minutesBeyondTheBrokersRangeAreAWarning() {
        Facts facts = new Facts();
        assertThat(rule(facts.judge(), "candles.broker")).isEqualTo(HealthState.IDLE);
        facts.minutes = new MinuteAgreement(200, 150, 2);
        assertThat(rule(facts.judge(), "candles.broker")).isEqualTo(HealthState.OK);
        facts.minutes = new MinuteAgreement(200, 0, 3);
        assertThat(rule(facts.judge(), "candles.broker")).isEqualTo(HealthState.WARN);
    }

    @Test
    void aGoodMinuteIsOk() {
        HealthReport report = new Facts().judge();
        assertThat(report.status()).isEqualTo(HealthState.OK);
        assertThat(report.rules()).allMatch(rule -> rule.nextStep().isEmpty());
        assertThat(report.socketConnected()).isTrue();
        assertThat(report.lastTickMillis()).isEqualTo(TEN - 1_000);
    }

    @Test
    void noTickForSixtySecondsFails() {
        Facts facts = new Facts();
        facts.age = 60 * SECOND;
        assertThat(rule(facts.judge(), "feed.ticks")).isEqualTo(HealthState.OK);
        facts.age++;
        assertThat(rule(facts.judge(), "feed.ticks")).isEqualTo(HealthState.FAIL);
        assertThat(facts.judge().healthy()).isFalse();
    }

    @Test
    void candlesWarnBelowHalfAndFailAtNone() {
        Facts facts = new Facts();
        facts.made = 99;
        assertThat(rule(facts.judge(), "candles")).isEqualTo(HealthState.OK);
        facts.made = 98;
        assertThat(rule(facts.judge(), "candles")).isEqualTo(HealthState.WARN);
        facts.made = 0;
        assertThat(rule(facts.judge(), "candles")).isEqualTo(HealthState.FAIL);
        facts.due = 0;
        assertThat(rule(facts.judge(), "candles")).isEqualTo(HealthState.IDLE);
    }

    @Test
    void listsWhatIsNotStreamed() {
        Facts facts = new Facts();
        facts.counts = new SubscriptionCounts(202, 200, 198, 0, 2, 0, 1, 1);
        facts.missing = List.of("INFY-EQ", "COPPER");
        HealthReport report = facts.judge();
        assertThat(rule(report, "feed.subscribed")).isEqualTo(HealthState.WARN);
        assertThat(report.rules())
                .anyMatch(rule ->
                        rule.figure().equals("200 of 202") && rule.sentence().contains("INFY-EQ, COPPER"));
    }

    @Test
    void aLostConnectionOfSeveralWarnsAndALostFeedFails() {
        Facts facts = new Facts();
        facts.second = ConnectionState.WAITING;
        HealthReport one = facts.judge();
        assertThat(rule(one, "feed.connected")).isEqualTo(HealthState.WARN);
        assertThat(one.rules().getFirst().sentence()).contains("Connection 2", "Too many connections");
        facts.feed = new FeedState.Disconnected("The line is cut.", 2_000);
        assertThat(rule(facts.judge(), "feed.connected")).isEqualTo(HealthState.FAIL);
    }

    @Test
    void pollingAndRestCallsAreDegradedNotBroken() {
        Facts facts = new Facts();
        facts.feed = new FeedState.Polling("The stream is away.", 5_000);
        facts.rest = 12;
        HealthReport report = facts.judge();
        assertThat(report.status()).isEqualTo(HealthState.WARN);
        assertThat(report.liveRestCalls()).isEqualTo(12);
    }

    @Test
    void marketRulesRestWhenTheMarketDoesButTheHouseIsStillJudged() {
        Facts facts = new Facts();
        facts.counts = new SubscriptionCounts(200, 0, 0, 0, 2, 198, 0, 0);
        facts.feed = new FeedState.Disconnected("The line is cut.", 2_000);
        facts.age = 3_600 * SECOND;
        facts.made = 0;
        assertThat(facts.judge().status()).isEqualTo(HealthState.IDLE);
        facts.store = false;
        assertThat(facts.judge().status()).isEqualTo(HealthState.FAIL);
    }

    @Test
    void judgesMemoryAndDisk() {
        HealthReport report = new Facts().judge(new MachineFigures(950L << 20, 1_000L << 20, 50L << 20), TEN);
        assertThat(rule(report, "memory")).isEqualTo(HealthState.WARN);
        assertThat(rule(report, "disk")).isEqualTo(HealthState.FAIL);
    }

    @Test
    void theLogKeepsOneLineAMinuteAndSevenDays(@TempDir Path home) throws IOException {
        HealthLog log = new HealthLog(home);
        assertThat(log.newestLine()).isEmpty();
        for (int day = 0; day < 9; day++) {
            long noon = IndiaTime.epochMillis(DAY.plusDays(day), LocalTime.NOON);
            log.append(new Facts().judge(MACHINE, noon));
            log.append(new Facts().judge(MACHINE, noon + 60_000));
        }
        try (var files = Files.list(home.resolve("health"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .hasSize(7)
                    .startsWith("health-20261122.jsonl")
                    .endsWith("health-20261128.jsonl");
        }
        JsonNode line = JsonMapper.builder().build().readTree(log.newestLine().orElseThrow());
        assertThat(line.path("status").asText()).isEqualTo("OK");
        assertThat(line.path("timestamp").asText()).isEqualTo("2026-11-28T12:01:00.000+05:30");
        assertThat(line.path("ws_connected").asBoolean()).isTrue();
        assertThat(line.path("tick_count").asLong()).isEqualTo(4_711);
        assertThat(line.path("rules")).hasSize(15);
    }
}
