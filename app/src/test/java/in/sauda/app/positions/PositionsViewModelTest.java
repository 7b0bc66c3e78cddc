package in.sauda.app.positions;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.Instruments;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.account.AccountData;
import in.sauda.core.account.Reading;
import in.sauda.core.broker.AccountSnapshot.BookedPosition;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.Paise;
import in.sauda.core.broker.PositionConversion;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.view.Command;
import in.sauda.core.view.PositionRow;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PositionsViewModelTest {
    private static final BrokerId ANGEL_ONE = new BrokerId("angelone");

    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final PulseDriver driver = new PulseDriver(terminal, time);
    private final PositionsViewModel model = new PositionsViewModel(terminal, time);

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @Test
    void convertsOnlyAfterTheUserConfirmedAndOnlyOnce() {
        PositionLine line = hold(Instruments.RELIANCE, Product.INTRADAY, 50, TradingMode.DEMO);
        assertThat(model.askConversion(line)).isTrue();
        assertThat(terminal.sent(Command.Convert.class)).isEmpty();
        model.convert();
        model.convert();
        assertThat(terminal.sent(Command.Convert.class))
                .containsExactly(new Command.Convert(
                        new PositionConversion(
                                TradingMode.DEMO,
                                Instruments.RELIANCE.key(),
                                "RELIANCE-EQ",
                                Product.INTRADAY,
                                Product.DELIVERY,
                                Side.BUY,
                                50,
                                false),
                        ANGEL_ONE));
    }

    @Test
    void convertsWhatWasBroughtOverFromAnEarlierDayAsSuch() {
        booked(-65);
        PositionLine line = hold(Instruments.NIFTY_CALL, Product.CARRY_FORWARD, -65, TradingMode.LIVE);
        model.askConversion(line);
        assertThat(model.conversion().get()).satisfies(wish -> {
            assertThat(wish).isNotNull();
            assertThat(wish.carried()).isTrue();
            assertThat(wish.quantity()).isEqualTo(65);
        });
    }

    @Test
    void convertsTodaysPartOfAMixedPositionFirst() {
        booked(-65);
        PositionLine line = hold(Instruments.NIFTY_CALL, Product.CARRY_FORWARD, -195, TradingMode.LIVE);
        model.askConversion(line);
        assertThat(model.conversion().get()).satisfies(wish -> {
            assertThat(wish).isNotNull();
            assertThat(wish.carried()).isFalse();
            assertThat(wish.quantity()).isEqualTo(130);
        });
    }

    private void booked(long carried) {
        BookedPosition position = new BookedPosition(
                Instruments.NIFTY_CALL.key(),
                Instruments.NIFTY_CALL.symbol(),
                Product.CARRY_FORWARD,
                carried,
                carried,
                0,
                -carried,
                0,
                100,
                100,
                0,
                Paise.UNKNOWN);
        terminal.account(new AccountData(
                true,
                Reading.none(),
                Reading.none(),
                new Reading<>(List.of(position), 1, false, null),
                Reading.none()));
    }

    @Test
    void keepsTheProductWhenTheUserThinksBetterOfIt() {
        PositionLine line = hold(Instruments.NIFTY_CALL, Product.CARRY_FORWARD, -65, TradingMode.LIVE);
        model.askConversion(line);
        assertThat(model.conversion().get()).satisfies(wish -> {
            assertThat(wish).isNotNull();
            assertThat(wish.to()).isEqualTo(Product.INTRADAY);
            assertThat(wish.side()).isEqualTo(Side.SELL);
        });
        model.keepProduct();
        model.convert();
        assertThat(terminal.sent(Command.Convert.class)).isEmpty();
    }

    @Test
    void neverConvertsWhatTheBrokerDoesNotKnow() {
        assertThat(model.askConversion(hold(Instruments.SBIN, Product.INTRADAY, 10, TradingMode.PAPER)))
                .isFalse();
        assertThat(model.askConversion(hold(Instruments.SBIN, Product.INTRADAY, 0, TradingMode.LIVE)))
                .isFalse();
        assertThat(model.conversion().get()).isNull();
    }

    private PositionLine hold(Instrument instrument, Product product, long net, TradingMode mode) {
        int row = model.lines().size();
        terminal.positions()
                .put(
                        row,
                        new PositionRow(
                                row,
                                mode,
                                product,
                                instrument,
                                terminal.index(instrument),
                                net,
                                100,
                                100,
                                0,
                                0,
                                0,
                                ANGEL_ONE));
        if (row == 0) {
            model.attach(driver);
        }
        driver.pulse();
        return model.lines().getLast();
    }
}
