package in.sauda.app.brokers;

import static in.sauda.app.testkit.Instruments.NIFTY_CALL;
import static in.sauda.app.testkit.Instruments.NIFTY_FUTURE;
import static in.sauda.app.testkit.Instruments.RELIANCE;
import static in.sauda.app.testkit.Instruments.SBIN;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.testkit.FakeBoard;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.instruments.MasterMapping;
import in.sauda.core.instruments.MasterMapping.Difference;
import in.sauda.core.instruments.MasterMapping.Term;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BrokersViewModelTest {
    private static final MasterMapping MAPPING = new MasterMapping(
            120_000,
            List.of(
                    new Difference(Term.LOT, NIFTY_FUTURE, "75", "65"),
                    new Difference(Term.STRIKE, NIFTY_CALL, "25000", "25050")),
            List.of(RELIANCE),
            List.of(SBIN));

    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final PulseDriver driver = new PulseDriver(terminal, time);

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    private BrokersViewModel open(FakeBoard board) {
        BrokersViewModel model = new BrokersViewModel(board, Runnable::run, Runnable::run);
        model.open(driver);
        return model;
    }

    @Test
    void showsBothBrokersAndTakesPricesFromTheOneThatIsWanted() {
        FakeBoard board = FakeBoard.ofTwo(MAPPING);
        BrokersViewModel model = open(board);
        assertThat(model.brokers().get()).extracting(BrokerBoard.Line::name).containsExactly("Angel One", "Upstox");
        assertThat(model.secondPreferred()).isFalse();
        model.preferSecond(true);
        assertThat(board.secondPreferred()).isTrue();
        assertThat(model.changeovers()).isEqualTo(4);
    }

    @Test
    void listsPricesThatDifferAsTheyAreNow() {
        FakeBoard board = FakeBoard.ofTwo(MAPPING);
        BrokersViewModel model = open(board);
        assertThat(model.gaps()).isEmpty();
        board.gap(new BrokerBoard.Gap(RELIANCE, 152_000, 152_050, 2_500_000_000L));
        time.advanceMillis(300);
        driver.pulse();
        assertThat(model.gaps()).singleElement().satisfies(line -> {
            assertThat(line.symbol.get().text()).isEqualTo("RELIANCE");
            assertThat(line.first.get().text()).isEqualTo("1,520.00");
            assertThat(line.second.get().text()).isEqualTo("1,520.50");
            assertThat(line.apart.get().text()).isEqualTo("+0.50");
            assertThat(line.since.get().text()).isEqualTo("2 s");
        });
    }

    @Test
    void groupsWhatTheListsDoNotAgreeOn() {
        BrokersViewModel model = open(FakeBoard.ofTwo(MAPPING));
        assertThat(model.summary().get()).isEqualTo("1,20,000 contracts are the same at both");
        assertThat(model.mapped()).hasSize(4);
        assertThat(model.count(MappingGroup.LOT)).isEqualTo(1);
        assertThat(model.count(MappingGroup.TERMS)).isEqualTo(1);
        assertThat(model.count(MappingGroup.TICK)).isZero();

        model.show(Set.of(MappingGroup.ONLY_FIRST, MappingGroup.ONLY_SECOND));
        assertThat(model.mapped()).extracting(MappingLine::instrument).containsExactly(RELIANCE, SBIN);
        model.search("sbin");
        assertThat(model.mapped()).extracting(MappingLine::instrument).containsExactly(SBIN);
    }

    @Test
    void saysThatOneBrokerHasNothingToBeComparedWith() {
        BrokersViewModel model = open(FakeBoard.ofOne());
        assertThat(model.two()).isFalse();
        assertThat(model.mapped()).isEmpty();
        assertThat(model.message().get()).startsWith("One broker is logged in");
    }
}
