package in.sauda.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.OrderDesk;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.orders.OrderRequest;
import in.sauda.core.time.SystemTime;
import in.sauda.core.view.UiEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The switch against trading: turned once, and what the broker says of it is what is shown.
class DeskKeeperTest {
    private final List<UiEvent> events = new ArrayList<>();
    private final DeskKeeper keeper = new DeskKeeper(new SystemTime(), events::add, Runnable::run);
    private final Desk desk = new Desk();

    /// A broker with one switch.
    private static final class Desk implements OrderDesk {
        private final List<Map<Segment, Boolean>> turned = new ArrayList<>();
        private @Nullable BrokerFailure failure;
        private boolean stopped;

        @Override
        public int ordersPerCall() {
            return 10;
        }

        @Override
        public void submitAll(List<OrderRequest> requests) {
            throw new AssertionError("nobody asked for that");
        }

        @Override
        public Outcome cancelAll(TradingMode mode, Scope scope) {
            throw new AssertionError("nobody asked for that");
        }

        @Override
        public Outcome exitAll(TradingMode mode, Scope scope) {
            throw new AssertionError("nobody asked for that");
        }

        @Override
        public List<OrderStep> history(String brokerOrderId) {
            return List.of();
        }

        @Override
        public List<KillSwitch> killSwitches() {
            return List.of(new KillSwitch(Segment.NFO, true, stopped));
        }

        @Override
        public List<KillSwitch> turn(TradingMode mode, Map<Segment, Boolean> wanted) throws BrokerException {
            turned.add(wanted);
            if (failure != null) {
                throw new BrokerException(failure);
            }
            stopped = wanted.getOrDefault(Segment.NFO, stopped);
            return killSwitches();
        }
    }

    private String said() {
        return ((UiEvent.Notice) events.getLast()).toString();
    }

    @Test
    void stopsASegmentAndLetsItTradeAgain() {
        keeper.attach("Upstox", Optional.of(desk));
        keeper.turn(TradingMode.DEMO, Segment.NFO, true);
        assertThat(keeper.switches().value()).containsExactly(new OrderDesk.KillSwitch(Segment.NFO, true, true));
        assertThat(said()).contains("DESK-2", "Upstox has stopped trading in NFO.");
        keeper.turn(TradingMode.DEMO, Segment.NFO, false);
        assertThat(keeper.switches().value()).containsExactly(new OrderDesk.KillSwitch(Segment.NFO, true, false));
        assertThat(said()).contains("Upstox trades again in NFO.");
        assertThat(desk.turned).containsExactly(Map.of(Segment.NFO, true), Map.of(Segment.NFO, false));
    }

    @Test
    void aRefusedSwitchIsSaidAndNeverTurnedAgainByItself() {
        keeper.attach("Upstox", Optional.of(desk));
        keeper.look();
        desk.failure = new BrokerFailure.Refused("UDAPI100500", "Upstox did not take it.", "");
        keeper.turn(TradingMode.DEMO, Segment.NFO, true);
        assertThat(said()).contains("UDAPI100500", "Upstox did not do it: Upstox did not take it.");
        assertThat(keeper.switches().value()).containsExactly(new OrderDesk.KillSwitch(Segment.NFO, true, false));
        assertThat(desk.turned).hasSize(1);
    }

    @Test
    void aBrokerWithoutASwitchIsAskedNothing() {
        keeper.attach("Angel One", Optional.empty());
        keeper.turn(TradingMode.DEMO, Segment.NFO, true);
        assertThat(events).isEmpty();
    }
}
