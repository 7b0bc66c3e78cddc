package in.sauda.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.AddressCheck;
import in.sauda.core.broker.AddressCheck.Report;
import in.sauda.core.broker.AddressCheck.Verdict;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.engine.FakeSession;
import in.sauda.core.engine.TestClock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionWatchTest {
    private static final Report MATCHES =
            new Report(Verdict.MATCHES, "203.0.113.9", "203.0.113.9", false, "It matches.");
    private static final long QUARTER_MILLIS = SessionWatch.ADDRESS_INTERVAL_NANOS / 1_000_000;

    private final TestClock clock = new TestClock();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final SessionWatch watch = new SessionWatch(clock, waiting::addLast);
    private final FakeSession session = new FakeSession();
    private final Address address = new Address();

    private static final class Address implements AddressCheck {
        private Report answer = MATCHES;
        private @Nullable BrokerFailure failure;
        private int asked;

        @Override
        public Report check() throws BrokerException {
            asked++;
            if (failure != null) {
                throw new BrokerException(failure);
            }
            return answer;
        }
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    @Test
    void knowsNothingWithoutASession() {
        assertThat(watch.facts()).isEqualTo(SessionFacts.NONE);
        watch.onTime();
        assertThat(waiting).isEmpty();
    }

    @Test
    void checksTheAddressAtOnceAndEveryQuarterOfAnHour() {
        session.address = address;
        watch.attach(session);
        assertThat(watch.facts().loggedIn()).isTrue();
        assertThat(watch.facts().address().loading()).isTrue();
        work();
        assertThat(watch.facts().address().value()).isEqualTo(MATCHES);
        clock.advance(QUARTER_MILLIS - 1);
        watch.onTime();
        assertThat(waiting).isEmpty();
        clock.advance(1);
        watch.onTime();
        work();
        assertThat(address.asked).isEqualTo(2);
    }

    @Test
    void aFailedCheckKeepsTheLastAnswer() {
        session.address = address;
        watch.attach(session);
        work();
        address.failure = new BrokerFailure.Retryable("IP-1", "The address could not be found out.", "Wait.", 0);
        clock.advance(QUARTER_MILLIS);
        watch.onTime();
        work();
        assertThat(watch.facts().address().value()).isEqualTo(MATCHES);
        assertThat(watch.facts().address().failure()).isEqualTo(address.failure);
    }

    @Test
    void anAnswerForASessionThatEndedIsForgotten() {
        session.address = address;
        watch.attach(session);
        watch.detach();
        work();
        assertThat(watch.facts()).isEqualTo(SessionFacts.NONE);
    }

    @Test
    void asksNobodyWhereNoAddressMatters() {
        watch.attach(session);
        assertThat(waiting).isEmpty();
        assertThat(watch.facts().address()).isEqualTo(Reading.none());
    }
}
