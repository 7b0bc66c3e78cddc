package in.sauda.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.signals.SignalsViewModel;
import in.sauda.app.testkit.ArrayBars;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.Instruments;
import in.sauda.app.testkit.ManualTime;
import in.sauda.app.testkit.MarketScene;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.review.Bucket;
import in.sauda.core.review.DayTally;
import in.sauda.core.strategy.MomentumProfile;
import in.sauda.core.strategy.MomentumReading;
import in.sauda.core.view.StandingRow;
import java.util.Set;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DashboardViewModelTest {
    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final MarketScene market = new MarketScene(terminal);
    private final PulseDriver driver = new PulseDriver(terminal, time);
    private final SignalsViewModel signals = new SignalsViewModel();
    private final DashboardViewModel model = new DashboardViewModel(terminal, time, signals.rows());

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    /// The check vector of rules 2.2 when the volume is 2.727 times the mean.
    private void stand(Instrument instrument, double relativeVolume) {
        MomentumReading reading = new MomentumReading(100.9, 100.082609, 0.09901, relativeVolume);
        int index = terminal.index(instrument);
        terminal.standings()
                .put(
                        index,
                        new StandingRow(
                                index,
                                instrument,
                                1_789_969_940_000L,
                                10_090,
                                10_100,
                                reading,
                                reading.status(MomentumProfile.standard()),
                                true));
    }

    private void pulse() {
        time.advanceMillis(300);
        driver.pulse();
    }

    @Test
    void sortsByScoreAndKeepsTheSelectionWhenTheOrderChanges() throws Exception {
        Fx.run(() -> {
            stand(Instruments.RELIANCE, 2.727273);
            stand(Instruments.SBIN, 0.5);
            model.attach(driver);
            TableView<StandingLine> table = new TableView<>(model.lines());
            assertThat(model.lines())
                    .extracting(StandingLine::instrument)
                    .first()
                    .isEqualTo(Instruments.RELIANCE);
            assertThat(model.lines().getFirst().score.get().text()).isEqualTo("96.7");
            assertThat(model.lines().getFirst().status.get().text()).isEqualTo("▲ Signal");
            table.getSelectionModel().select(0);
            stand(Instruments.RELIANCE, 0.4);
            stand(Instruments.SBIN, 3);
            pulse();
            assertThat(model.lines())
                    .extracting(StandingLine::instrument)
                    .first()
                    .isEqualTo(Instruments.SBIN);
            assertThat(table.getSelectionModel().getSelectedItem().instrument()).isEqualTo(Instruments.RELIANCE);
            model.only(Set.of(MomentumReading.Status.SIGNAL));
            assertThat(model.lines()).extracting(StandingLine::instrument).containsExactly(Instruments.SBIN);
        });
    }

    @Test
    void talliesTheDaysSignals() {
        signals.attach(driver);
        model.attach(driver);
        long candle = market.signal(1, Instruments.RELIANCE, "MOMENTUM_LONG", 100_000, 0.8)
                .candleMillis();
        market.signal(2, Instruments.SBIN, "MOMENTUM_LONG", 100_000, 0.8);
        terminal.bars(Instruments.RELIANCE, new ArrayBars(Timeframe.M1, new long[][] {
            {candle, 100_000, 100_000, 100_000, 100_000, 48_200},
            {candle + 300_000L, 100_000, 100_000, 100_000, 100_100, 80_000},
            {candle + 900_000L, 100_000, 100_400, 100_000, 100_301, 10},
            {candle + 960_000L, 100_000, 100_400, 100_000, 100_301, 10}
        }));
        stand(Instruments.RELIANCE, 1);
        pulse();
        pulse();
        DayTally tally = model.summary().get().tally();
        assertThat(tally.signals()).isEqualTo(2);
        assertThat(tally.after5()).isEqualTo(1);
        assertThat(tally.surges()).isEqualTo(1);
        assertThat(tally.after15()).isEqualTo(1);
        assertThat(tally.pending()).isEqualTo(1);
        assertThat(tally.buckets()).containsEntry(Bucket.A, 1).containsEntry(Bucket.U, 0);
        assertThat(model.lines().getFirst().signals.get().text()).isEqualTo("1");
        terminal.marketMillis(candle + 20 * 60_000L);
        pulse();
        assertThat(model.summary().get().tally().buckets()).containsEntry(Bucket.U, 1);
    }
}
