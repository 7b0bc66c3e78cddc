package in.sauda.app.logs;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.logs.LogLine.Level;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogsViewModelTest {
    private static final int CAPACITY = 5;

    private final List<LogLine> kept = new ArrayList<>();
    private final LogsViewModel model = new LogsViewModel(new LogSource() {
        @Override
        public List<LogLine> after(long sequence) {
            return kept.stream().filter(line -> line.sequence() > sequence).toList();
        }

        @Override
        public int capacity() {
            return CAPACITY;
        }

        @Override
        public List<String> modules() {
            return List.of("sauda", "angelone");
        }
    });
    private long sequence;

    private void log(Level level, String module, String text) {
        kept.add(new LogLine(++sequence, 1_789_962_300_000L, level, module, "main", "in.sauda.X", text));
        if (kept.size() > CAPACITY) {
            kept.removeFirst();
        }
    }

    private List<String> shown() {
        return model.lines().stream().map(LogLine::text).toList();
    }

    @Test
    void filtersByLevelModuleAndWords() {
        log(Level.DEBUG, "sauda", "fine");
        log(Level.INFO, "angelone", "Logged in");
        log(Level.ERROR, "angelone", "refused");
        log(Level.WARN, "sauda", "slow");
        assertThat(model.pull()).isTrue();
        assertThat(shown()).containsExactly("Logged in", "refused", "slow");
        assertThat(model.summary().get()).isEqualTo("3 lines, 1 warning, 1 error");
        model.level().set(Level.WARN);
        assertThat(shown()).containsExactly("refused", "slow");
        model.module().set("angelone");
        assertThat(shown()).containsExactly("refused");
        model.level().set(Level.DEBUG);
        model.module().set(LogsViewModel.EVERY_MODULE);
        model.search().set(" LOGGED ");
        assertThat(shown()).containsExactly("Logged in");
        assertThat(model.pull()).isFalse();
    }

    @Test
    void standsStillWhilePausedAndCatchesUp() {
        log(Level.INFO, "sauda", "one");
        model.pull();
        model.paused().set(true);
        log(Level.INFO, "sauda", "two");
        assertThat(model.pull()).isFalse();
        model.search().set("o");
        assertThat(shown()).containsExactly("one");
        model.search().set("");
        model.paused().set(false);
        assertThat(shown()).containsExactly("one", "two");
    }

    @Test
    void neverHoldsMoreThanTheSource() {
        for (int line = 0; line < 50; line++) {
            log(Level.INFO, "sauda", "line " + line);
            model.pull();
        }
        assertThat(shown()).hasSize(CAPACITY).last().isEqualTo("line 49");
    }

    @Test
    void copiesLinesAsTheFileHasThem() {
        log(Level.WARN, "sauda", "slow\n  because");
        model.pull();
        assertThat(model.copyOf(model.lines()))
                .endsWith(" WARN [main] in.sauda.X - slow\n  because\n")
                .startsWith(model.lines().getFirst().time());
    }
}
