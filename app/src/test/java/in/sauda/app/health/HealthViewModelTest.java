package in.sauda.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tone;
import in.sauda.app.testkit.AccountScene;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.Instruments;
import in.sauda.app.testkit.ManualTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HealthViewModelTest {
    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final PulseDriver driver = new PulseDriver(terminal, time);
    private final HealthViewModel model = new HealthViewModel(terminal);

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @Test
    void saysHowManyChecksFail() {
        new AccountScene(terminal, time).day(List.of(Instruments.RELIANCE, Instruments.SBIN));
        model.attach(driver);
        assertThat(model.shown().get().headline()).isEqualTo("One check fails, 1 more needs a look.");
        assertThat(model.shown().get().tone()).isEqualTo(Tone.DANGER);
        assertThat(figure("Memory")).isEqualTo("412 MB of 2,048 MB");
        assertThat(figure("Disk free")).isEqualTo("64 GB");
        assertThat(figure("Unreadable frames")).isEqualTo("2");
        assertThat(figure("Last update")).isEqualTo("11:23:19");
    }

    @Test
    void handsTheReportOutAsJson() {
        new AccountScene(terminal, time).day(List.of());
        assertThat(model.json())
                .contains("\"status\":\"FAIL\"")
                .contains("\"symbols_tracked\":955")
                .contains("\"next_step\":\"Look at the feed, then reconnect.\"");
    }

    @Test
    void waitsForTheFirstCheck() {
        model.attach(driver);
        assertThat(model.shown().get().headline()).isEqualTo("The first check is under way.");
        assertThat(figure("Last update")).isEqualTo("–");
    }

    private String figure(String title) {
        return model.shown().get().figures().stream()
                .filter(figure -> figure.title().equals(title))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
