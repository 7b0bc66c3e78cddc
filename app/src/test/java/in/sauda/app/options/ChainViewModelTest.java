package in.sauda.app.options;

import static in.sauda.app.testkit.Instruments.BANK_NIFTY;
import static in.sauda.app.testkit.Instruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.testkit.FakeMasters;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.ManualTime;
import in.sauda.app.testkit.NoFigures;
import in.sauda.core.broker.DerivativesData;
import in.sauda.core.broker.OptionData;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.view.Command;
import in.sauda.core.view.FeedExtras;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChainViewModelTest {
    private static final LocalDate NEAR = LocalDate.of(2026, 9, 29);
    private static final LocalDate FAR = LocalDate.of(2026, 10, 27);
    private static final LocalDate GONE = LocalDate.of(2026, 8, 25);
    private static final Instrument FUTURE = contract(FAR, 0, null);

    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final PulseDriver driver = new PulseDriver(terminal, time);
    private final List<Instrument> instruments = new ArrayList<>(List.of(RELIANCE, BANK_NIFTY, FUTURE));
    private Optional<OptionData> broker = Optional.empty();
    private Optional<DerivativesData> figures = Optional.empty();
    private ChainViewModel model = model(List.of());

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @BeforeEach
    void list() {
        for (LocalDate expiry : List.of(GONE, NEAR, FAR)) {
            for (int strike = 50_000; strike <= 64_000; strike += 100) {
                instruments.add(contract(expiry, strike, OptionType.CE));
                instruments.add(contract(expiry, strike, OptionType.PE));
            }
        }
        terminal.tick(BANK_NIFTY, 5_698_000, 5_690_000, 0);
        terminal.tick(FUTURE, 5_702_000, 5_690_000, 1_000);
        model = model(instruments);
    }

    private ChainViewModel model(List<Instrument> listed) {
        return new ChainViewModel(
                terminal,
                new FakeMasters(listed),
                () -> IndiaTime.epochMillis(NEAR.minusDays(7), LocalTime.of(15, 30)),
                time,
                new BrokerChain(() -> broker, () -> figures, Runnable::run, Runnable::run),
                Runnable::run,
                Runnable::run);
    }

    private void open() {
        model.span(12);
        model.open(driver);
    }

    private static Instrument contract(LocalDate expiry, int strike, @Nullable OptionType type) {
        String token = expiry.toEpochDay() + "-" + strike + type;
        return new Instrument(
                "angelone",
                new InstrumentKey(Segment.NFO, token),
                "BANKNIFTY" + token,
                "BANKNIFTY",
                type == null ? "FUTIDX" : "OPTIDX",
                type == null ? InstrumentCategory.FUTURES : InstrumentCategory.OPTIONS,
                expiry,
                100L * strike,
                type,
                30,
                5,
                600,
                false);
    }

    private ChainRow row(int strike) {
        return model.rows().stream()
                .filter(row -> row.strike().strike() == 100L * strike)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void streamsTheStrikesAroundTheMoneyOfTheNearestExpiry() {
        open();

        assertThat(model.expiries()).containsExactly(NEAR, FAR);
        assertThat(model.expiry().get()).isEqualTo(NEAR);
        assertThat(model.days(NEAR)).isEqualTo(7);
        assertThat(model.rows()).hasSize(25);
        assertThat(model.rows().getFirst().rupees()).isEqualTo(55_800);
        assertThat(model.rows().getLast().rupees()).isEqualTo(58_200);
        assertThat(row(57_000).place().get()).isEqualTo(ChainRow.Place.AT_THE_MONEY);
        assertThat(row(56_900).place().get()).isEqualTo(ChainRow.Place.BELOW);
        assertThat(row(57_100).place().get()).isEqualTo(ChainRow.Place.ABOVE);
        assertThat(terminal.sent(Command.Watch.class))
                .anySatisfy(watch -> {
                    assertThat(watch.mode()).isEqualTo(FeedMode.QUOTE);
                    assertThat(watch.instruments()).containsExactlyInAnyOrder(BANK_NIFTY, FUTURE);
                })
                .anySatisfy(watch -> {
                    assertThat(watch.mode()).isEqualTo(FeedMode.OPTION);
                    assertThat(watch.instruments()).hasSize(50).allMatch(option -> option.optionType() != null);
                })
                .hasSize(2);

        model.close();
        assertThat(terminal.sent(Command.Unwatch.class))
                .singleElement()
                .satisfies(unwatch -> assertThat(unwatch.instruments()).hasSize(52));
    }

    /// Prices of the first check vector of rules 5.2: forward 57,000, 12 % volatility, seven days.
    @Test
    void reckonsVolatilityGreeksAndFiguresFromPrices() {
        open();
        terminal.tick(call(57_000), 37_790, 37_000, 100);
        terminal.tick(put(57_000), 37_790, 37_000, 300);
        terminal.tick(call(57_100), 33_000, 37_000, 50);
        driver.pulse();

        ChainSummary summary = model.summary().get();
        assertThat(summary.spot()).isEqualTo(56_980);
        assertThat(summary.future()).isEqualTo(57_020);
        assertThat(summary.forward()).isCloseTo(57_000, within(1e-9));
        assertThat(summary.straddle()).isCloseTo(755.80, within(1e-9));
        assertThat(summary.volatility()).isCloseTo(0.12, within(1e-4));
        assertThat(summary.putCallRatio()).isEqualTo(3.0);
        assertThat(summary.putCallVolumeRatio()).isEqualTo(3.0);
        assertThat(summary.days()).isCloseTo(7, within(1e-9));
        assertThat(summary.lot()).isEqualTo(30);
        ChainSide call = row(57_000).call;
        assertThat(call.volatility.get().text()).isEqualTo("12.0");
        assertThat(call.delta.get().text()).isEqualTo("0.50");
        assertThat(row(57_000).put.delta.get().text()).isEqualTo("−0.50");
        assertThat(call.theta.get().text()).isEqualTo("−26.99");
        assertThat(call.vega.get().text()).isEqualTo("31.49");
        assertThat(call.gamma.get().text()).isEqualTo("0.0004");
        assertThat(row(57_000).put.interestShare().get()).isEqualTo(1);
        assertThat(call.interestShare().get()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(row(57_200).call.volatility.get().text()).isEqualTo("–");
    }

    @Test
    void followsThePriceOnceItHasLeftTheMiddle() {
        open();
        ChainRow kept = row(57_500);
        terminal.tick(BANK_NIFTY, 5_722_000, 5_690_000, 0);
        driver.pulse();
        time.advanceMillis(300);
        driver.pulse();
        assertThat(model.rows().getFirst().rupees()).isEqualTo(55_800);
        assertThat(row(57_200).place().get()).isEqualTo(ChainRow.Place.AT_THE_MONEY);

        terminal.tick(BANK_NIFTY, 5_781_000, 5_690_000, 0);
        driver.pulse();
        time.advanceMillis(300);
        driver.pulse();
        assertThat(model.rows().getFirst().rupees()).isEqualTo(56_600);
        assertThat(model.rows().getLast().rupees()).isEqualTo(59_000);
        assertThat(row(57_500)).isSameAs(kept);
        assertThat(terminal.sent(Command.Unwatch.class))
                .singleElement()
                .satisfies(unwatch -> assertThat(unwatch.instruments()).hasSize(16));
    }

    @Test
    void showsTheChainOfAnInstrument() {
        model.show(contract(FAR, 57_000, OptionType.PE));
        model.open(driver);
        assertThat(model.underlying().get()).satisfies(shown -> {
            assertThat(shown).isNotNull();
            assertThat(shown.name()).isEqualTo("BANKNIFTY");
        });
        assertThat(model.expiry().get()).isEqualTo(FAR);

        model.show(RELIANCE);
        assertThat(model.expiry().get()).isEqualTo(FAR);
        model.show(BANK_NIFTY);
        assertThat(model.rows()).isNotEmpty();
    }

    @Test
    void saysThatThereAreNoContracts() {
        model = model(List.of(RELIANCE));
        model.open(driver);
        assertThat(model.rows()).isEmpty();
        assertThat(model.message().get()).startsWith("There are no option contracts");
        assertThat(terminal.sent(Command.Watch.class)).isEmpty();
    }

    private Instrument call(int strike) {
        return contract(NEAR, strike, OptionType.CE);
    }

    private Instrument put(int strike) {
        return contract(NEAR, strike, OptionType.PE);
    }

    /// A broker that knows one call.
    private record OneCall(InstrumentKey key) implements OptionData {
        @Override
        public List<Listing> contracts(Instrument underlying) {
            return List.of();
        }

        @Override
        public Chain chain(Instrument underlying, LocalDate expiry) {
            Side call = new Side(
                    new Figures(key, 30_000, 1_000, 3_000, 0.413, 0.0004, -21.5, 33.25, 14.2),
                    29_000,
                    -1,
                    -1,
                    -1,
                    -1,
                    2_900);
            return new Chain(expiry, -1, 0, List.of(new Strike(5_700_000, Optional.of(call), Optional.empty())));
        }

        @Override
        public List<Figures> greeks(Collection<Instrument> options) {
            return List.of();
        }
    }

    @Test
    void showsTheChangeOfOpenInterestAndTheBrokersGreeksWhereABrokerTellsThem() {
        Instrument call = contract(NEAR, 57_000, OptionType.CE);
        broker = Optional.of(new OneCall(call.key()));
        open();
        terminal.tick(call, 30_000, 29_000, 1_000);
        driver.pulse();
        time.advanceMillis(1_000);
        driver.pulse();
        ChainSide side = row(57_000).call;
        assertThat(side.interestChange.property().get().text()).isEqualTo("+100");
        assertThat(side.delta.property().get().text()).isNotEqualTo("0.41");
        model.brokersGreeks().set(true);
        time.advanceMillis(1_000);
        driver.pulse();
        assertThat(side.delta.property().get().text()).isEqualTo("0.41");
        assertThat(side.volatility.property().get().text()).isEqualTo("14.2");
        assertThat(row(57_000).put.interestChange.property().get().text()).isEqualTo("–");
        terminal.extras()
                .greeks(terminal.index(call), new FeedExtras.Greeks(0.52, 0.0003, -20, 30, 15.3, time.nanos()));
        time.advanceMillis(1_000);
        driver.pulse();
        assertThat(side.delta.property().get().text())
                .as("what the feed tells goes first")
                .isEqualTo("0.52");
        time.advanceMillis(61_000);
        driver.pulse();
        assertThat(side.delta.property().get().text())
                .as("unless nobody has renewed it for a minute")
                .isEqualTo("0.41");
    }

    /// A broker that tells Greeks by strike and has no chain.
    private record StrikeGreeks() implements NoFigures {
        @Override
        public List<Greeks> greeks(String underlying, LocalDate expiry) {
            assertThat(underlying).isEqualTo("BANKNIFTY");
            return List.of(
                    new Greeks(underlying, expiry, 5_700_000, OptionType.PE, -0.47, 0.0005, -19.5, 31.25, 13.9, 1_000));
        }
    }

    @Test
    void showsTheGreeksOfABrokerThatHasNoChain() {
        figures = Optional.of(new StrikeGreeks());
        open();
        model.brokersGreeks().set(true);
        time.advanceMillis(1_000);
        driver.pulse();
        assertThat(row(57_000).put.delta.property().get().text()).isEqualTo("−0.47");
        assertThat(row(57_000).put.volatility.property().get().text()).isEqualTo("13.9");
        assertThat(row(57_000).call.delta.property().get().text()).isEqualTo("–");
    }
}
