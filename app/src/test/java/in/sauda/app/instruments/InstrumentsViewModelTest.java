package in.sauda.app.instruments;

import static in.sauda.app.testkit.Instruments.NIFTY;
import static in.sauda.app.testkit.Instruments.NIFTY_CALL;
import static in.sauda.app.testkit.Instruments.NIFTY_FUTURE;
import static in.sauda.app.testkit.Instruments.RELIANCE;
import static in.sauda.app.testkit.Instruments.SBIN;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.instruments.InstrumentsViewModel.Sorting;
import in.sauda.app.testkit.FakeMasters;
import in.sauda.app.testkit.Instruments;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstrumentsViewModelTest {
    private static final Instrument NEXT = Instruments.equity("NIFTYBEES", "10576");

    private final FakeMasters masters = new FakeMasters(List.of(SBIN, RELIANCE, NIFTY, NIFTY_FUTURE, NIFTY_CALL, NEXT));
    private final InstrumentsViewModel model = new InstrumentsViewModel(masters, Runnable::run, Runnable::run);

    @Test
    void countsEveryCategoryWithItsSegmentsAndSamples() {
        model.attach();
        InstrumentSummary summary = model.summary().get();
        assertThat(summary.total()).isEqualTo(6);
        assertThat(summary.categories()).hasSize(7);
        assertThat(words(summary, InstrumentCategory.EQUITY))
                .isEqualTo("NSE 3\nFor example SBIN-EQ, RELIANCE-EQ, NIFTYBEES-EQ");
        assertThat(words(summary, InstrumentCategory.COMMODITY)).isEqualTo("No instruments.");
        assertThat(summary.segments()).containsEntry(Segment.NFO, 2).doesNotContainKey(Segment.MCX);
    }

    private static String words(InstrumentSummary summary, InstrumentCategory category) {
        return Objects.requireNonNull(summary.categories().get(category)).words();
    }

    @Test
    void narrowsByEveryFilter() {
        model.attach();
        model.narrow(now -> now.withText("nif fut"));
        assertThat(model.rows()).containsExactly(NIFTY_FUTURE);
        model.narrow(now -> now.withText("2885"));
        assertThat(model.rows()).containsExactly(RELIANCE);
        model.narrow(now -> now.withText("").withSegments(Set.of(Segment.NFO)));
        assertThat(model.rows()).containsExactly(NIFTY_FUTURE, NIFTY_CALL);
        model.narrow(now -> now.withCategories(Set.of(InstrumentCategory.OPTIONS)));
        assertThat(model.rows()).containsExactly(NIFTY_CALL);
        assertThat(model.expiries()).containsExactly(LocalDate.of(2026, 9, 29));
        model.narrow(now -> now.withExpiry(LocalDate.of(2026, 10, 27)));
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void takesAWholeUnderlyingBeforeTheBeginningOfOne() {
        model.attach();
        model.narrow(now -> now.withUnderlying("nifty"));
        assertThat(model.rows()).containsExactly(NIFTY, NIFTY_FUTURE, NIFTY_CALL);
        model.narrow(now -> now.withUnderlying("niftyb"));
        assertThat(model.rows()).containsExactly(NEXT);
    }

    @Test
    void sortsByAnyColumnAndPutsTheUnknownLast() {
        model.attach();
        model.sort(new Sorting(InstrumentColumn.SYMBOL, false));
        assertThat(model.rows()).startsWith(SBIN, RELIANCE);
        model.sort(new Sorting(InstrumentColumn.STRIKE, true));
        assertThat(model.rows()).startsWith(NIFTY_CALL).endsWith(NEXT);
        model.sort(Sorting.NONE);
        assertThat(model.rows()).startsWith(SBIN, RELIANCE, NIFTY);
    }

    @Test
    void neverLetsAnOlderAnswerOverwriteANewerOne() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        InstrumentsViewModel slow = new InstrumentsViewModel(masters, waiting::addLast, Runnable::run);
        slow.attach();
        slow.narrow(now -> now.withText("sbin"));
        slow.narrow(now -> now.withText("reliance"));
        while (!waiting.isEmpty()) {
            waiting.removeLast().run();
        }
        assertThat(slow.rows()).containsExactly(RELIANCE);
        assertThat(slow.busy().get()).isFalse();
    }

    @Test
    void followsTheMastersOnlyWhileAttached() {
        model.attach();
        model.attach();
        assertThat(masters.listeners()).isEqualTo(1);
        model.detach();
        assertThat(masters.listeners()).isZero();
    }
}
