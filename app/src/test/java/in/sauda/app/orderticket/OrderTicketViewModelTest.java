package in.sauda.app.orderticket;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.link.LinkedInstrument;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.Instruments;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.account.AccountData;
import in.sauda.core.account.Reading;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.view.BrokerStanding;
import in.sauda.core.view.Command;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderTicketViewModelTest {
    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final PulseDriver driver = new PulseDriver(terminal, time);
    private final List<String> chosen = new ArrayList<>();
    private final OrderTicketViewModel ticket =
            new OrderTicketViewModel(terminal, new LinkedInstrument(terminal), TradingMode.DEMO, "", chosen::add);

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @BeforeEach
    void attach() {
        ticket.attach(driver);
    }

    @Test
    void fillsInTheOtherSidesPriceOnceThereIsOne() {
        ticket.open(Instruments.NIFTY_CALL, Side.BUY);
        assertThat(ticket.price().get()).isEmpty();
        assertThat(ticket.stage()).isFalse();
        terminal.tick(Instruments.NIFTY_CALL, 28_465, 24_310, 100);
        driver.pulse();
        assertThat(ticket.price().get()).isEqualTo("284.70");
        terminal.tick(Instruments.NIFTY_CALL, 29_000, 24_310, 100);
        driver.pulse();
        assertThat(ticket.price().get())
                .as("a later price leaves the field alone")
                .isEqualTo("284.70");
    }

    @Test
    void stagesWholeLotsAtATickedPriceAndNeverSends() {
        terminal.tick(Instruments.NIFTY_CALL, 28_465, 24_310, 100);
        ticket.open(Instruments.NIFTY_CALL, Side.BUY);
        ticket.lots().set("3");
        ticket.price().set("284.63");
        ticket.product().set(Product.CARRY_FORWARD);
        assertThat(ticket.stage()).isTrue();
        assertThat(terminal.sent(Command.Stage.class)).singleElement().satisfies(stage -> {
            assertThat(stage.ticket().quantity()).isEqualTo(195);
            assertThat(stage.ticket().price())
                    .as("a buy rounds down to the tick")
                    .isEqualTo(28_460);
            assertThat(stage.ticket().product()).isEqualTo(Product.CARRY_FORWARD);
            assertThat(stage.ticket().mode()).isEqualTo(TradingMode.DEMO);
        });
        assertThat(terminal.sent(Command.Confirm.class)).isEmpty();
    }

    @Test
    void setsAProtectedPriceForASeller() {
        terminal.tick(Instruments.NIFTY_CALL, 28_465, 24_310, 100);
        ticket.open(Instruments.NIFTY_CALL, Side.SELL);
        ticket.takeProtectedPrice();
        assertThat(ticket.price().get()).as("3 % below the bid of 284.60").isEqualTo("276.05");
    }

    @Test
    void saysWhatIsWrong() {
        terminal.tick(Instruments.NIFTY_CALL, 28_465, 24_310, 100);
        ticket.open(Instruments.NIFTY_CALL, Side.BUY);
        ticket.lots().set("28");
        assertThat(ticket.errors()).containsExactly("One order may hold at most 1,800 (freeze quantity).");
        ticket.lots().set("x");
        ticket.price().set("9999");
        assertThat(ticket.errors())
                .containsExactly("The quantity must be at least 1.", "Above the upper circuit 291.72.");
        assertThat(ticket.stage()).isFalse();
        ticket.open(Instruments.NIFTY, Side.BUY);
        assertThat(ticket.errors()).containsExactly("An index cannot be traded; choose its future or an option.");
    }

    private static BrokerStanding broker(String id, String name, boolean loginOver) {
        return new BrokerStanding(new BrokerId(id), name, loginOver, true, null, AccountData.NONE, Reading.none());
    }

    @Test
    void sendsToTheFirstBrokerUntilTheUserChoosesAnotherAndRemembersThat() {
        terminal.tick(Instruments.NIFTY_CALL, 28_465, 24_310, 100);
        terminal.brokers(List.of(broker("angelone", "Angel One", false), broker("upstox", "Upstox", false)));
        driver.pulse();
        ticket.open(Instruments.NIFTY_CALL, Side.BUY);
        assertThat(ticket.stage()).isTrue();
        ticket.choose(new BrokerId("upstox"));
        assertThat(ticket.stage()).isTrue();
        assertThat(terminal.sent(Command.Stage.class))
                .extracting(stage -> stage.ticket().broker().value())
                .containsExactly("angelone", "upstox");
        ticket.chooseNext();
        assertThat(chosen).containsExactly("upstox", "angelone");
    }

    @Test
    void saysThatABrokersLoginHasEnded() {
        terminal.tick(Instruments.NIFTY_CALL, 28_465, 24_310, 100);
        terminal.brokers(List.of(broker("angelone", "Angel One", false), broker("upstox", "Upstox", true)));
        driver.pulse();
        ticket.open(Instruments.NIFTY_CALL, Side.BUY);
        assertThat(ticket.errors()).isEmpty();
        ticket.choose(new BrokerId("upstox"));
        assertThat(ticket.errors()).containsExactly("The login at Upstox has ended; log in there again.");
        assertThat(ticket.stage()).isFalse();
    }
}
