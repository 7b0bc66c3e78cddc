package in.sauda.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.Instruments;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.journal.JournalRecorder;
import in.sauda.core.journal.JournalWriter;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderRequest;
import in.sauda.core.orders.OrderStatus;
import in.sauda.core.review.DayRecords;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import in.sauda.core.view.OrderView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The replay bar over a recording of twelve minutes: an index, a call on it, and a share with an order.
class ReplayViewModelTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 21);
    private static final int MINUTES = 12;

    @TempDir
    private Path home = Path.of("");

    private final Records records = new Records();
    private ReplayViewModel model = model();

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    private ReplayViewModel model() {
        return new ReplayViewModel(
                home, TradingCalendar.bundled(), records, new SystemTime(), Runnable::run, Runnable::run);
    }

    private static long at(String time) {
        return IndiaTime.epochMillis(DAY, LocalTime.parse(time));
    }

    /// Minute m of the share trades at 100 + m rupees, six times ten units; the call at 50 + m.
    @BeforeEach
    void record() throws IOException {
        InstrumentRegistry registry = new InstrumentRegistry();
        MarketEvent event = new MarketEvent();
        try (JournalWriter writer = JournalWriter.open(home.resolve("journal"))) {
            JournalRecorder recorder = new JournalRecorder(writer, registry);
            long now = at("09:15:01");
            recorder.time(now, now * 1_000_000L);
            for (Instrument each : List.of(Instruments.NIFTY, Instruments.NIFTY_CALL, Instruments.RELIANCE)) {
                recorder.track(registry.index(each));
            }
            for (int tick = 0; tick < MINUTES * 6; tick++) {
                long minute = tick / 6;
                recorder.time(now, now * 1_000_000L);
                recorder.closing();
                tick(recorder, event, registry.index(Instruments.NIFTY), now, 2_500_000 + minute * 1_000, -1);
                tick(recorder, event, registry.index(Instruments.NIFTY_CALL), now, 5_000 + minute * 100, tick);
                tick(recorder, event, registry.index(Instruments.RELIANCE), now, 10_000 + minute * 100, tick * 10L);
                now += 10_000;
            }
        }
        model = model();
        model.look();
    }

    private static void tick(
            JournalRecorder recorder, MarketEvent event, int index, long millis, long price, long volume) {
        event.clear();
        event.instrument = index;
        event.mode = FeedMode.FULL;
        event.lastPrice = price;
        event.exchangeMillis = millis;
        event.receivedMillis = millis;
        event.receivedNanos = millis * 1_000_000L;
        event.volume = volume;
        event.openInterest = volume < 0 ? MarketEvent.UNKNOWN : 1_000 + volume;
        event.previousClose = 10_000;
        recorder.market(event);
    }

    @AfterEach
    void close() {
        model.close();
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        model.refresh();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("waited in vain").isNegative();
            Thread.onSpinWait();
            model.refresh();
        }
    }

    private void to(String time) {
        model.seek(at(time));
        await(() ->
                model.position().get() > at(time) - 10_000 && model.position().get() <= at(time));
    }

    @Test
    void opensTheNewestJournalPausedAfterItsFirstMinute() {
        await(() -> model.position().get() >= at("09:15:55"));
        assertThat(model.playing()).isFalse();
        assertThat(model.position().get()).isLessThan(at("09:16:08"));
        assertThat(model.lines()).hasSize(3);
        assertThat(model.message().get()).isEmpty();
    }

    @Test
    void stepsAMinutePlaysToTheEndAndGoesBack() {
        to("09:17:30");
        model.step();
        await(() -> model.position().get() > at("09:18:00"));
        assertThat(model.position().get()).isLessThan(at("09:18:16"));
        model.speed(0);
        model.toggle();
        await(() -> model.message().get().equals("The end of the recording."));
        assertThat(model.playing()).isFalse();
        int round = model.round();
        to("09:16:30");
        assertThat(model.round()).isEqualTo(round + 1);
        assertThat(bars(Timeframe.M1).size()).isEqualTo(2);
    }

    @Test
    void candlesOfEveryWidthGrowWithTheRecording() {
        to("09:18:30");
        BarSeries wide = bars(Timeframe.M5);
        assertThat(wide.size()).isEqualTo(1);
        assertThat(wide.forming()).isTrue();
        assertThat(wide.close(0)).isEqualTo(10_300);
        to("09:22:30");
        assertThat(bars(Timeframe.M5)).isSameAs(wide);
        assertThat(wide.size()).isEqualTo(2);
        assertThat(wide.startMillis(1)).isEqualTo(at("09:20:00"));
        assertThat(wide.open(0)).isEqualTo(10_000);
        assertThat(wide.high(0)).isEqualTo(10_400);
        // Thirty ticks of ten units; the first one only says where the day's volume stands.
        assertThat(wide.volume(0)).isEqualTo(290);
        to("09:17:00");
        assertThat(bars(Timeframe.M5).size()).isEqualTo(1);
    }

    private BarSeries bars(Timeframe timeframe) {
        return model.bars(Instruments.RELIANCE, timeframe).orElseThrow();
    }

    @Test
    void theChainIsThatOfTheRecordedTime() {
        to("09:17:30");
        model.choose(Instruments.NIFTY);
        assertThat(model.chain().rows()).hasSize(1);
        ReplayStrike strike = model.chain().rows().getFirst();
        assertThat(strike.call.last.property().get().text()).isEqualTo("52.00");
        assertThat(strike.label.property().get().text()).isEqualTo("25,000");
        assertThat(model.chain().summary().get()).contains("NIFTY", "29 Sep", "25,020.00");
        to("09:20:30");
        assertThat(strike.call.last.property().get().text()).isEqualTo("55.00");
        model.choose(Instruments.RELIANCE);
        assertThat(model.chain().rows()).isEmpty();
    }

    @Test
    void ordersAndFillsAreThoseOfTheRecordedTime() {
        to("09:16:30");
        assertThat(model.orders().rows()).isEmpty();
        to("09:18:30");
        assertThat(model.orders().rows()).hasSize(1);
        assertThat(model.orders().rows().getFirst().order().status()).isEqualTo(OrderStatus.OPEN);
        assertThat(model.orders().fills(Instruments.RELIANCE)).isEmpty();
        to("09:21:30");
        assertThat(model.orders().rows().getFirst().order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(model.orders().fills(Instruments.RELIANCE)).hasSize(1);
        assertThat(model.orders().fills(Instruments.RELIANCE).getFirst().price())
                .isEqualTo(10_500);
        assertThat(model.orders().fills(Instruments.SBIN)).isEmpty();
        to("09:17:30");
        assertThat(model.orders().rows().getFirst().order().status()).isEqualTo(OrderStatus.OPEN);
    }

    @Test
    void aRecordingOfAnotherFolderShowsNoOrdersOfThisOne() {
        ReplayViewModel other = new ReplayViewModel(
                home.resolve("demo/2026-09-21"),
                TradingCalendar.bundled(),
                records,
                new SystemTime(),
                Runnable::run,
                Runnable::run);
        other.look();
        assertThat(other.journals()).hasSize(1);
        other.seek(at("09:26:00"));
        model.close();
        model = other;
        await(() -> other.position().get() > at("09:25:00"));
        assertThat(other.orders().rows()).isEmpty();
    }

    /// An order sent at 09:17 and filled at 09:20.
    private static final class Records implements DayRecords {
        @Override
        public List<LocalDate> days() {
            return List.of();
        }

        @Override
        public List<Signal> signals(LocalDate day) {
            return List.of();
        }

        @Override
        public List<Candle> candles(Instrument instrument, LocalDate day) {
            return List.of();
        }

        @Override
        public List<OrderView> orderStates(long fromMillis, long toMillis) {
            return List.of(order(OrderStatus.OPEN, 0, at("09:17:00")), order(OrderStatus.FILLED, 10, at("09:20:00")));
        }

        private static OrderView order(OrderStatus status, long filled, long millis) {
            OrderRequest request = new OrderRequest(
                    new ClientOrderId("abc-1"),
                    TradingMode.DEMO,
                    Instruments.RELIANCE,
                    0,
                    Side.BUY,
                    OrderType.LIMIT,
                    Product.INTRADAY,
                    Validity.DAY,
                    10,
                    10_500,
                    0,
                    false,
                    new BrokerId("angelone"));
            return new OrderView(
                    request,
                    "1",
                    status,
                    filled,
                    filled == 0 ? 0 : 10_500,
                    "",
                    "manual",
                    0,
                    false,
                    at("09:17:00"),
                    millis);
        }
    }
}
