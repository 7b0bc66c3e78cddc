package in.sauda.app.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.link.LinkedInstrument;
import in.sauda.app.testkit.ArrayBars;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.Instruments;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.strategy.EventPressure;
import in.sauda.core.strategy.Explanation;
import in.sauda.core.strategy.Explanation.Verdict;
import in.sauda.core.strategy.StrategyTypes;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WhyViewModelTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 19);

    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final LinkedInstrument linked = new LinkedInstrument(terminal);
    private final WhyViewModel model = new WhyViewModel(
            terminal,
            linked,
            FXCollections.observableArrayList(),
            () -> StrategyTypes.named("momentum").builtIn(),
            EventPressure.NONE);

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    /// Thirty minutes on each of two days; the last bar is forming.
    private static ArrayBars twoDays() {
        long[][] bars = new long[60][];
        for (int i = 0; i < bars.length; i++) {
            long start = IndiaTime.epochMillis(FIRST.plusDays(i / 30), LocalTime.of(9, 15)) + i % 30 * 60_000L;
            bars[i] = new long[] {start, 10_000, 10_020, 9_990, 10_010, 1_000};
        }
        return new ArrayBars(Timeframe.M1, bars);
    }

    @Test
    void explainsTheNewestDayOfTheLinkedInstrument() {
        terminal.bars(Instruments.RELIANCE, twoDays());
        linked.link(Instruments.RELIANCE);
        model.attach(new PulseDriver(terminal, time));
        WhyViewModel.Shown shown = model.shown().get();
        assertThat(shown.day()).isEqualTo(FIRST.plusDays(1));
        assertThat(shown.bars()).hasSize(29).extracting(Explanation::verdict).containsOnly(Verdict.NO_SIGNAL);
        assertThat(shown.bars().getFirst().startMillis())
                .isEqualTo(IndiaTime.epochMillis(FIRST.plusDays(1), LocalTime.of(9, 43)));
    }

    @Test
    void goesToTheDayOfTheBarAndBackAndForth() {
        terminal.bars(Instruments.RELIANCE, twoDays());
        long bar = IndiaTime.epochMillis(FIRST, LocalTime.of(9, 20));
        model.ask(Instruments.RELIANCE, bar);
        assertThat(model.shown().get().day()).isEqualTo(FIRST);
        assertThat(model.shown().get().wantedMillis()).isEqualTo(bar);
        assertThat(model.shown().get().bars()).hasSize(30);
        model.earlier();
        assertThat(model.shown().get().day()).isEqualTo(FIRST);
        model.later();
        assertThat(model.shown().get().day()).isEqualTo(FIRST.plusDays(1));
        model.later();
        assertThat(model.shown().get().day()).isEqualTo(FIRST.plusDays(1));
    }

    @Test
    void saysWhatIsMissing() {
        model.attach(new PulseDriver(terminal, time));
        assertThat(model.shown().get().empty()).contains("Choose an instrument");
        linked.link(Instruments.SBIN);
        model.detach();
        model.attach(new PulseDriver(terminal, time));
        assertThat(model.shown().get().empty()).isEqualTo("Its history is on its way.");
    }
}
