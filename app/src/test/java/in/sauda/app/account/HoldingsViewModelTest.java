package in.sauda.app.account;

import static in.sauda.app.testkit.Instruments.RELIANCE;
import static in.sauda.app.testkit.Instruments.SBIN;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tone;
import in.sauda.app.testkit.AccountScene;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.ListDirectory;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.account.AccountData;
import in.sauda.core.account.Reading;
import in.sauda.core.broker.Holding;
import in.sauda.core.view.Command;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HoldingsViewModelTest {
    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final PulseDriver driver = new PulseDriver(terminal, time);
    private final HoldingsViewModel model =
            new HoldingsViewModel(terminal, new ListDirectory(List.of(RELIANCE, SBIN)), time);

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @Test
    void valuesHoldingsByTheBookUntilAPriceArrives() {
        show(AccountScene.holdings());
        HoldingRow reliance = model.rows().getFirst();
        assertThat(reliance.last.get().text()).isEqualTo("1,412.60");
        assertThat(reliance.last.get().tone()).isEqualTo(Tone.MUTED);
        assertThat(reliance.result.get().text()).isEqualTo("▲ +₹12,018.00");
        terminal.tick(RELIANCE, 130_000, 140_310, 1_000);
        driver.pulse();
        assertThat(reliance.last.get().text()).isEqualTo("1,300.00");
        assertThat(reliance.result.get().text()).isEqualTo("▼ −₹1,494.00");
        assertThat(reliance.dayChange.get().text()).isEqualTo("▼ −₹12,372.00");
        assertThat(reliance.dayPercent.get().text()).isEqualTo("−7.35%");
    }

    @Test
    void countsUndeliveredSharesAsOwned() {
        show(AccountScene.holdings());
        HoldingRow sbin = model.rows().get(1);
        assertThat(sbin.quantity.get().text()).isEqualTo("300");
        assertThat(sbin.t1.get().text()).isEqualTo("50");
        assertThat(sbin.value.get().text()).isEqualTo("₹2,91,952.50");
        assertThat(sbin.units()).isEqualTo(350);
    }

    @Test
    void watchesWhatIsHeldAndGivesItUpWhenSold() {
        show(AccountScene.holdings());
        assertThat(terminal.sent(Command.Watch.class))
                .singleElement()
                .satisfies(watch -> assertThat(watch.instruments()).containsExactly(RELIANCE, SBIN));
        show(AccountScene.holdings().subList(1, 3));
        assertThat(terminal.sent(Command.Unwatch.class))
                .singleElement()
                .satisfies(unwatch -> assertThat(unwatch.instruments()).containsExactly(RELIANCE));
        assertThat(model.rows()).hasSize(2);
        model.detach();
        assertThat(terminal.sent(Command.Unwatch.class)).hasSize(2);
    }

    @Test
    void sumsWhatIsKnown() {
        show(AccountScene.holdings());
        assertThat(model.invested.get().text()).isEqualTo("₹4,45,249.00");
        assertThat(model.total.get().text()).isEqualTo("▲ +₹23,787.50");
        Holding priceless = new Holding(null, "NEWCO", "", 5, 0, 0, 0, 100, -1, -1, Long.MIN_VALUE, Double.NaN);
        show(List.of(priceless));
        assertThat(model.value.get().text()).isEqualTo("–");
        assertThat(model.total.get().text()).isEqualTo("–");
    }

    private void show(List<Holding> holdings) {
        terminal.account(new AccountData(
                true,
                Reading.none(),
                new Reading<>(holdings, time.nanos(), false, null),
                Reading.none(),
                Reading.none()));
        if (model.rows().isEmpty()) {
            model.attach(driver);
        }
        time.advanceMillis(300);
        driver.pulse();
    }
}
