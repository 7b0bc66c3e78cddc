package in.sauda.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.inspector.InspectorViewModel.Field;
import in.sauda.app.link.LinkedInstrument;
import in.sauda.app.testkit.ArrayBars;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Instruments;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class InspectorViewModelTest {
    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final LinkedInstrument linked = new LinkedInstrument(terminal);
    private final InspectorViewModel model = new InspectorViewModel(terminal, linked, ignored -> "Upstox", time);

    private static long[] bar(int day, String clock, long low, long high, long close, long volume) {
        long start = IndiaTime.epochMillis(LocalDate.of(2026, 11, day), LocalTime.parse(clock));
        return new long[] {start, low, high, low, close, volume};
    }

    private String value(String name) {
        return model.shown().get().fields().stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsTheFourteenFieldsOfTheLinkedSymbol() {
        terminal.bars(Instruments.RELIANCE, new ArrayBars(Timeframe.M1, new long[][] {
            bar(19, "15:29", 90_000, 95_000, 94_000, 999_999),
            bar(20, "09:15", 99_000, 101_000, 100_000, 1_000),
            bar(20, "09:16", 100_000, 102_000, 101_000, 3_000),
        }));
        terminal.tick(Instruments.RELIANCE, 101_000, 99_500, 4_000);
        linked.link(Instruments.RELIANCE);
        model.attach(new PulseDriver(terminal, time));
        assertThat(model.shown().get().fields()).hasSize(14);
        assertThat(value("Last price")).isEqualTo("1,010.00");
        assertThat(model.shown().get().fields().getFirst().meaning()).isEqualTo("last_price: Upstox's, 0.0s old");
        assertThat(value("Volume of the day")).isEqualTo("4,000");
        assertThat(value("Σ volume")).isEqualTo("4,000");
        assertThat(value("Σ price × volume")).isEqualTo("₹40.30 L");
        assertThat(value("Day's high")).isEqualTo("1,020.00");
        assertThat(value("Day's low")).isEqualTo("990.00");
        assertThat(value("Minute: close")).isEqualTo("1,010.00");
        assertThat(value("Minute: volume")).isEqualTo("3,000");
        assertThat(value("Minute began")).isEqualTo("09:16:00");
        assertThat(value("Candles made")).isEqualTo("1");
    }

    @Test
    void waitsForASymbol() {
        model.attach(new PulseDriver(terminal, time));
        assertThat(model.shown().get().title()).isEmpty();
    }
}
