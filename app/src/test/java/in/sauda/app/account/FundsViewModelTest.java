package in.sauda.app.account;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.account.FundsViewModel.Amount;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tone;
import in.sauda.app.testkit.AccountScene;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.view.Command;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FundsViewModelTest {
    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final PulseDriver driver = new PulseDriver(terminal, time);
    private final AccountScene scene = new AccountScene(terminal, time);
    private final FundsViewModel model = new FundsViewModel(terminal, time);

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @Test
    void showsEachAmountWithItsSignAndNothingForTheUnknown() {
        terminal.account(scene.account(null));
        model.attach(driver);
        driver.pulse();
        assertThat(text("Available to trade")).isEqualTo("₹4,14,930.25");
        assertThat(text("M2M realised")).isEqualTo("▲ +₹12,430.50");
        assertThat(amount("M2M unrealised").tone()).isEqualTo(Tone.DOWN);
        assertThat(text("Option premium")).isEqualTo("–");
        assertThat(text("Payout asked")).isEqualTo("₹0.00");
        assertThat(model.shown().get().usedWords()).isEqualTo("31 % used, ₹4.15 L free");
        assertThat(model.shown().get().state().text()).isEqualTo("As of 12 s ago");
    }

    @Test
    void keepsOldFiguresAndSaysWhyTheyAreOld() {
        terminal.account(
                scene.account(new BrokerFailure.Retryable("AB1004", "The broker is busy.", "Wait a moment.", 1_000)));
        model.attach(driver);
        driver.pulse();
        assertThat(text("Used")).isEqualTo("₹1,87,420.50");
        BooksState state = model.shown().get().state();
        assertThat(state.text()).isEqualTo("The broker is busy.  [AB1004] What is shown is 12 s old.");
        assertThat(state.nextStep()).isEqualTo("Wait a moment.");
        assertThat(state.tone()).isEqualTo(Tone.WARNING);
    }

    @Test
    void saysThatThereIsNoLogin() {
        model.attach(driver);
        driver.pulse();
        assertThat(model.shown().get().state().present()).isFalse();
        assertThat(model.shown().get().state().nextStep()).isEqualTo("Log in to see the account.");
        assertThat(model.shown().get().amounts()).isEmpty();
        model.refresh();
        assertThat(terminal.sent(Command.RefreshAccount.class)).hasSize(1);
    }

    private String text(String title) {
        return amount(title).text();
    }

    private Amount amount(String title) {
        List<Amount> amounts = model.shown().get().amounts();
        return amounts.stream()
                .filter(amount -> amount.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
