package in.sauda.core.engine;

import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.BrokerLink;
import in.sauda.core.broker.OrderGateway;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.ExecutionEnvironment;
import in.sauda.core.orders.TradingConditions;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.Lane;
import org.jspecify.annotations.Nullable;

/// What the execution of orders sees of the engine around it. Engine thread only.
final class OrderEnvironment implements ExecutionEnvironment {
    private final EngineCore core;

    OrderEnvironment(EngineCore core) {
        this.core = core;
    }

    @Override
    public int index(Instrument instrument) {
        return core.index(instrument);
    }

    @Override
    public BrokerId broker(BrokerId asked) {
        AccountLink account = core.accounts.of(asked);
        BrokerLink link = account == null ? null : account.link();
        return link == null ? asked : link.id();
    }

    @Override
    public TradingConditions conditions(BrokerId broker, Instrument instrument, int index) {
        boolean onPaper = core.settings.mode() == TradingMode.PAPER;
        return new TradingConditions(
                core.settings.mode(),
                core.phases.at(SessionClass.of(instrument), core.clock.now()),
                core.quote(index),
                core.market.feedAgeNanos(core.nanos()),
                core.feed().connected(),
                core.accounts.route(broker, instrument, onPaper),
                core.skewMillis(),
                !onPaper && core.cautions.listed(instrument));
    }

    @Override
    public @Nullable OrderGateway gateway(TradingMode mode, BrokerId broker) {
        if (mode != core.settings.mode()) {
            return null;
        }
        AccountLink account = core.accounts.of(broker);
        BrokerLink link = account == null ? null : account.link();
        return switch (mode) {
            case PAPER -> core.paper;
            case DEMO, LIVE -> link == null ? null : link.session().orders();
        };
    }

    @Override
    public void rejected(Instrument instrument, String reason) {
        core.cautions.rejected(instrument, reason);
    }

    @Override
    public Lane lane(String strategy) {
        return core.strategies.lane(strategy);
    }

    @Override
    public @Nullable Signal signal(long id) {
        return core.signals.find(id);
    }
}
