package in.sauda.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tone;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.feed.FeedState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StatusViewModelTest {
    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final PulseDriver driver = new PulseDriver(terminal, time);
    private final StatusViewModel model =
            new StatusViewModel(time, () -> new MasterInfo("angelone", 108_412, 1_789_960_000_000L, true));

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @Test
    void countsDownToTheNextAttempt() {
        model.attach(driver);
        driver.pulse();
        assertThat(model.banner().get()).isEmpty();
        terminal.feed(new FeedState.Disconnected("The connection was lost.", 8_000));
        time.advanceMillis(300);
        driver.pulse();
        assertThat(model.banner().get()).isEqualTo("The connection was lost. Prices are old; next attempt in 8 s.");
        time.advanceMillis(3_100);
        driver.pulse();
        assertThat(model.line().get().connection().text()).isEqualTo("○ Disconnected; next attempt in 5 s");
        assertThat(model.line().get().connection().tone()).isEqualTo(Tone.DANGER);
        terminal.feed(new FeedState.Connected());
        time.advanceMillis(300);
        driver.pulse();
        assertThat(model.banner().get()).isEmpty();
    }

    @Test
    void showsTheMasterAndTheExchangesTime() {
        model.attach(driver);
        driver.pulse();
        assertThat(model.line().get().instruments().text())
                .isEqualTo("0/0 live of 1,08,412 · master 21 Sep 08:36 (old)");
        assertThat(model.line().get().clock().text()).isEqualTo("11:23:20 IST");
    }
}
