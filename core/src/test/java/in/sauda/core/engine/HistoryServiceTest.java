package in.sauda.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.History;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.engine.HistoryService.Request;
import in.sauda.core.engine.HistoryService.Urgency;
import in.sauda.core.storage.InMemoryStores;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryServiceTest {
    private static final int CHARTED = 1;
    private static final int TRADED = 2;
    private static final int WATCHED = 3;

    private final BlockingQueue<Integer> asked = new LinkedBlockingQueue<>();
    private final HistoryService service =
            new HistoryService(InMemoryStores.create().candles(), message -> {
                if (message instanceof ControlMessage.HistoryDone done) {
                    asked.add(done.instrument());
                }
            });

    @AfterEach
    void close() {
        service.close();
    }

    private void ask(Urgency urgency, int index) {
        History history = (instrument, timeframe, from, to) -> List.of();
        service.request(new Request(urgency, index, TestInstruments.INFY, Timeframe.M1, 0, 60_000, history));
    }

    private Integer next() throws InterruptedException {
        return asked.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void putsOffAllButChartsWhileATerminalOpens() throws InterruptedException {
        service.chartsOnly();
        service.start();
        ask(Urgency.WATCHED, WATCHED);
        ask(Urgency.STRATEGY, TRADED);
        ask(Urgency.CHART, CHARTED);

        assertThat(next()).isEqualTo(CHARTED);
        assertThat(service.waiting()).as("put off").isEqualTo(2);

        service.goOn();
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder(TRADED, WATCHED);
        assertThat(service.waiting()).isZero();
    }

    @Test
    void putsNothingOffOnceTheTerminalIsOpen() throws InterruptedException {
        service.chartsOnly();
        service.goOn();
        service.start();
        ask(Urgency.WATCHED, WATCHED);

        assertThat(next()).isEqualTo(WATCHED);
    }
}
