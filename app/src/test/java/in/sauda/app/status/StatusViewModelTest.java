package in.sauda.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tone;
import in.sauda.app.testkit.AccountScene;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.account.Reading;
import in.sauda.core.account.SessionFacts;
import in.sauda.core.broker.AddressCheck;
import in.sauda.core.broker.AddressCheck.Verdict;
import in.sauda.core.broker.RateUse;
import in.sauda.core.feed.FeedState;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StatusViewModelTest {
    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final PulseDriver driver = new PulseDriver(terminal, time);
    private final StatusViewModel model =
            new StatusViewModel(terminal, time, () -> new MasterInfo("angelone", 108_412, 1_789_960_000_000L, true));

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

    @Test
    void saysHowLongTheLoginLastsAndWhatIsLeftOfTheOrders() {
        model.attach(driver);
        driver.pulse();
        assertThat(model.line().get().login().text()).isEqualTo("no login");
        assertThat(model.line().get().database().text()).isEqualTo("DB –");
        new AccountScene(terminal, time).day(List.of());
        show(time.wallMillis() + 14 * 3_600_000L + 60_000, Verdict.MATCHES, 2, 0);
        assertThat(model.line().get().login().text()).isEqualTo("token 14 h");
        assertThat(model.line().get().address().text()).isEqualTo("IP ok");
        assertThat(model.line().get().quota().text()).isEqualTo("orders 2/9");
        assertThat(model.line().get().database().text()).isEqualTo("DB ok");
        show(time.wallMillis() + 42 * 60_000, Verdict.DIFFERS, 9, 3);
        assertThat(model.line().get().login().text()).isEqualTo("token 41 min");
        assertThat(model.line().get().login().tone()).isEqualTo(Tone.WARNING);
        assertThat(model.line().get().address().tone()).isEqualTo(Tone.DANGER);
        assertThat(model.line().get().quota().text()).isEqualTo("orders 9/9, 3 wait");
        show(time.wallMillis() - 1, Verdict.NOT_NEEDED, 0, 0);
        assertThat(model.line().get().login().text()).isEqualTo("login ended");
    }

    private void show(long validUntil, Verdict verdict, int used, int waiting) {
        terminal.session(new SessionFacts(
                true,
                validUntil,
                List.of(new RateUse("orders", List.of(new RateUse.Window(1_000, used, 9)), waiting)),
                new Reading<>(new AddressCheck.Report(verdict, "", "", false, ""), 1, false, null)));
        time.advanceMillis(300);
        driver.pulse();
    }
}
