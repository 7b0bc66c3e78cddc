package in.sauda.broker.angelone;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Candle;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.engine.CoreSettings;
import in.sauda.core.engine.EngineParts;
import in.sauda.core.engine.TerminalCore;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.storage.InMemoryStores;
import in.sauda.core.storage.Stores;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import in.sauda.core.truth.DayParity;
import in.sauda.core.truth.MinuteDifference;
import in.sauda.core.view.Command;
import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.FaultRule;
import in.sauda.simulator.faults.Line;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Frames vanish on the wire without a trace; the re-read after the close finds every minute they were missing from.
class CandleTruthWireTest {
    private static final int MINUTES = 2;

    /// A clock that is hurried runs ahead of the ticks, which by itself would make minutes be read again.
    private static final long AFTER_TRADING = IndiaTime.epochMillis(WireClient.DAY, LocalTime.of(15, 17));

    /// The hour until the re-read is due in a few seconds.
    private static final double EVENING_SPEED = 600;

    private final InstrumentRegistry registry = new InstrumentRegistry();
    private final Stores stores = InMemoryStores.create();
    private final WireClient client;
    private final TerminalCore core;
    private final WireClient.Other login;

    CandleTruthWireTest(@TempDir Path folder) throws Exception {
        client = new WireClient(folder, LocalTime.of(15, 6), 20);
        core = new TerminalCore(
                CoreSettings.of(TradingMode.DEMO),
                new EngineParts(
                        TradingCalendar.bundled(),
                        new SystemTime(),
                        client.simulator.clock(),
                        registry,
                        new NoDirectory(),
                        stores));
        client.publishTo(core);
        login = client.anotherSession();
    }

    @AfterEach
    void close() {
        core.close();
        login.close();
        client.close();
    }

    private long minutesMade(Instrument instrument) {
        BarSeries minutes = core.truth().minutes(instrument);
        long made = 0;
        for (int bar = 0; bar < minutes.size() - 1; bar++) {
            made += (minutes.flags(bar) & (Candle.HISTORY | Candle.PARTIAL)) == 0 ? 1 : 0;
        }
        return made;
    }

    @Test
    void theReportNamesTheMinutesOfVanishedFramesAndTheRereadRepairsThem() throws Exception {
        List<Instrument> watched = List.of(client.watched("RELIANCE-EQ"), client.watched("INFY-EQ"));
        core.start();
        core.attach(login.session());
        core.send(new Command.Watch("test", watched, FeedMode.QUOTE));
        client.simulator.faults().inject(FaultRule.now(new Fault.Drop(Line.STREAM, 0.85)));
        Await.until("minutes of ticks", () -> watched.stream().allMatch(one -> minutesMade(one) >= MINUTES));
        client.simulator.faults().clear();
        Await.until(
                "the end of continuous trading", () -> client.simulator.clock().millis() > AFTER_TRADING);
        client.simulator.clock().setSpeed(EVENING_SPEED);
        Await.patiently("the report", () -> stores.parity().load(WireClient.DAY).size() == watched.size());

        Set<String> differing = new HashSet<>();
        for (DayParity parity : stores.parity().load(WireClient.DAY)) {
            assertThat(parity.whole()).isTrue();
            assertThat(parity.compared()).isGreaterThanOrEqualTo(MINUTES);
            if (parity.state() == DayParity.State.DIFFERS) {
                differing.add(parity.symbol());
            }
        }
        assertThat(differing).isNotEmpty();
        Await.until("the report on the page", () -> !core.truth().progress().running());
        assertThat(core.truth().progress().names()).containsExactlyInAnyOrderElementsOf(differing);
        for (Instrument instrument : watched) {
            everyMinuteIsTheExchanges(instrument);
            everyMismatchHasAReason(instrument);
        }
    }

    private void everyMinuteIsTheExchanges(Instrument instrument) {
        BarSeries minutes = core.truth().minutes(instrument);
        Map<Long, Integer> ours = new HashMap<>();
        for (int bar = 0; bar < minutes.size(); bar++) {
            ours.put(minutes.startMillis(bar), bar);
        }
        for (Candle real : client.simulator.truth().minuteCandles(instrument.key())) {
            Integer bar = ours.get(real.startMillis());
            assertThat(bar).as("minute of " + real).isNotNull();
            assertThat(minutes.close(bar)).isEqualTo(real.close());
            assertThat(minutes.high(bar)).isEqualTo(real.high());
            assertThat(minutes.low(bar)).isEqualTo(real.low());
            assertThat(minutes.volume(bar)).isEqualTo(real.volume());
            assertThat(minutes.flags(bar) & Candle.FINAL).isEqualTo(Candle.FINAL);
        }
    }

    /// What vanished is missing in its minute, and its volume shows in the next one.
    private void everyMismatchHasAReason(Instrument instrument) {
        Set<Long> touched = new HashSet<>();
        for (Long minute : client.simulator.truth().vanishedMinutes(instrument.key())) {
            touched.add(minute);
            touched.add(minute + 60_000L);
        }
        List<Long> named = new ArrayList<>();
        for (MinuteDifference minute : stores.parity().differences(WireClient.DAY, instrument.key())) {
            if (minute.kind().mismatch()) {
                named.add(minute.startMillis());
            }
        }
        assertThat(touched).containsAll(named);
    }

    private static final class NoDirectory implements InstrumentDirectory {
        @Override
        public List<Instrument> search(SearchQuery query) {
            return List.of();
        }

        @Override
        public Optional<Instrument> find(InstrumentKey key) {
            return Optional.empty();
        }

        @Override
        public int size() {
            return 0;
        }
    }
}
